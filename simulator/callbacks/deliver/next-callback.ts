import type { Callback, CallbackTry } from '../../domain/callback.ts';
import { deliveriesOf, failsNextTry, isHeldBack } from '../../domain/faults/callback-faults.ts';

/**
 * Which callback of a subject is next: the first that waits, unless it is held back until a later one is over; or a copy
 * sent by hand, if that is due earlier.
 */
export const nextCallback = (callbacks: readonly Callback[]): Callback | undefined => {
  const ordered = callbacks.filter((callback) => !isCopy(callback));
  const next = ordered.find(
    (callback, index) => callback.state === 'waiting' && !isHeldBack(callback, ordered.slice(index + 1)),
  );
  return nextCopy(callbacks, next);
};

/** The first copy that is due before this callback; else the callback. */
export const nextCopy = (callbacks: readonly Callback[], next?: Callback): Callback | undefined => {
  let first = next;
  for (const callback of callbacks)
    if (isCopy(callback) && callback.state === 'waiting' && (!first || callback.dueMs < first.dueMs)) first = callback;
  return first;
};

const isCopy = ({ copyOf }: Callback): boolean => copyOf !== undefined;

/** Whether the next try fails as if the shop could not be reached, because a scenario says so. */
export const isUnreachable = (callback: Callback): boolean =>
  failsNextTry(callback, withoutHand(callback.tries).length);

/** Tries that the gateway made by itself. */
const withoutHand = (tries: readonly CallbackTry[]): readonly CallbackTry[] => tries.filter(({ byHand }) => !byHand);

/** A callback after a try: delivered often enough, given up, or waiting for the next. */
export const tried = (callback: Callback, attempt: CallbackTry): Callback => {
  if (isCopy(callback)) return triedCopy(callback, attempt);
  const tries = [...callback.tries, attempt];
  const own = withoutHand(tries);
  const accepted = own.filter(({ httpStatus }) => httpStatus === 200).length;
  if (accepted >= deliveriesOf(callback)) return { ...callback, tries, state: 'delivered' };
  if (attempt.httpStatus === 200) return { ...callback, tries, dueMs: attempt.atMs };
  const failures = own.length - 1 - own.findLastIndex(({ httpStatus }) => httpStatus === 200);
  if (failures >= callback.mostFailures) return { ...callback, tries, state: accepted > 0 ? 'delivered' : 'given-up' };
  return { ...callback, tries, dueMs: attempt.atMs + callback.retryAfterMs };
};

/** A copy is sent as often as it was asked for, whatever the shop answers. */
const triedCopy = (callback: Callback, attempt: CallbackTry): Callback => {
  const tries: readonly CallbackTry[] = [...callback.tries, { ...attempt, byHand: true }];
  if (tries.length < deliveriesOf(callback)) return { ...callback, tries, dueMs: attempt.atMs };
  const isAccepted = tries.some(({ httpStatus }) => httpStatus === 200);
  return { ...callback, tries, state: isAccepted ? 'delivered' : 'given-up' };
};
