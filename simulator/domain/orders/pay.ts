import { type RefusalReason, Refused } from '../errors/refused.ts';
import { cartAfterCapture } from './cart.ts';
import type { Attempt, Authorisation, Order, Refund } from './order.ts';
import { type OrderEvent, transitions } from './order-status.ts';

/** The payer left the issuer's page. Source: BPC action codes. */
const leftAtAcs = -2009;
/** The time to pay is over after a declined attempt. Source: BPC action codes; that it replaces the decline's own code is a guess. */
const sessionExpired = -2007;
/** The bank has not decided yet. Source: BPC action codes; its use in the status answer is a guess. */
const outcomePending = -30001;

export interface AttemptResult {
  /** 0 = approved. */
  readonly actionCode: number;
  readonly approvedMinor: number;
  readonly authorisation?: Authorisation;
}

/** The order after an event. @throws Refused, by default with `wrong-status`, if the event is not allowed. */
export const applyEvent = (order: Order, event: OrderEvent, otherwise: RefusalReason = 'wrong-status'): Order => {
  const status = transitions[order.status][event];
  if (!status) throw new Refused(otherwise);
  return { ...order, status };
};

/** @throws Refused if no card may be tried on this order now. */
export const refuseUnlessPayable = (order: Order, nowMs: number): void => {
  // A shop or a payer can end an order long before its time is over.
  if (order.status === 'declined' && order.attempts.length < order.attemptsAllowed && nowMs >= order.expiresAtMs)
    throw new Refused('order-expired');
  if (order.status === 'pending') throw new Refused('order-busy');
  if (order.status !== 'created') throw new Refused('order-processed');
  if (order.busyUntilMs !== undefined && order.busyUntilMs > nowMs) throw new Refused('order-busy');
};

export const wasDeclined = ({ status, actionCode }: Order): boolean => status !== 'pending' && actionCode !== 0;

/** Whether a change is the end of an order that was not paid. */
export const isClosedBy = (before: Order, after: Order): boolean =>
  after.status === 'declined' && before.status !== 'declined';

export const lastAttempt = (order: Order): Attempt | undefined => order.attempts.at(-1);

/** The number of finished attempts. */
export const concluded = ({ attempts }: Order): number =>
  attempts.filter(({ actionCode }) => actionCode !== undefined).length;

export const attemptsLeft = (order: Order): number => Math.max(order.attemptsAllowed - concluded(order), 0);

export const withLastAttempt = (order: Order, change: (attempt: Attempt) => Attempt): Order => {
  const last = lastAttempt(order);
  return last ? { ...order, attempts: [...order.attempts.slice(0, -1), change(last)] } : order;
};

/** The order with one more attempt, which replaces an unfinished first half of a 3-D Secure payment. */
export const withAttempt = (order: Order, attempt: Attempt): Order => {
  const { busyUntilMs: _, ...free } = order;
  const finished = order.attempts.filter(({ actionCode }) => actionCode !== undefined);
  return { ...free, attempts: [...finished, { ...attempt, number: finished.length + 1 }] };
};

export const leavePending = (order: Order, settlesAtMs: number): Order => {
  const { busyUntilMs: _, ...free } = applyEvent(order, 'left-pending');
  return { ...free, actionCode: outcomePending, settlesAtMs };
};

/** Ends the last attempt: the money is held, taken or refused. */
export const concludeAttempt = (order: Order, result: AttemptResult, nowMs: number): Order => {
  const {
    busyUntilMs: _,
    settlesAtMs: __,
    ...free
  } = withLastAttempt(order, (attempt) => ({
    ...attempt,
    actionCode: result.actionCode,
    ...(attempt.threeDs && { threeDs: { ...attempt.threeDs, stage: 'done' as const } }),
    ...(result.authorisation && { authorisation: result.authorisation }),
  }));
  const concluded: Order = { ...free, actionCode: result.actionCode };
  if (result.actionCode !== 0) return declineAttempt(concluded, nowMs);
  if (order.features.includes('VERIFY')) return { ...applyEvent(concluded, 'verified'), reversedAtMs: nowMs };
  const approved: Order = { ...concluded, approvedMinor: result.approvedMinor };
  if (order.isPreAuth) return applyEvent(approved, 'held');
  return {
    ...applyEvent(approved, 'paid'),
    ...cartAfterCapture(order, result.approvedMinor),
    depositedMinor: result.approvedMinor,
    depositedAtMs: nowMs,
  };
};

/** Ends the last attempt as a pay-out to the card; a refused one is not tried again. */
export const concludePayOut = (order: Order, { actionCode, authorisation }: AttemptResult, nowMs: number): Order => {
  const concluded: Order = {
    ...withLastAttempt(order, (attempt) => ({ ...attempt, actionCode, ...(authorisation && { authorisation }) })),
    actionCode,
  };
  if (actionCode !== 0) return applyEvent(concluded, 'last-attempt-declined');
  const { approvalCode = '', referenceNumber = '' } = authorisation ?? {};
  const refund: Refund = { atMs: nowMs, amountMinor: order.amountMinor, approvalCode, referenceNumber };
  return {
    ...applyEvent(concluded, 'paid-out'),
    refundedMinor: order.amountMinor,
    refundedAtMs: nowMs,
    refunds: [refund],
  };
};

/** After a decision that comes too late no further card may be tried. */
const declineAttempt = (order: Order, nowMs: number): Order => {
  const isTooLate = order.status === 'pending' && nowMs >= order.expiresAtMs;
  return applyEvent(order, attemptsLeft(order) > 0 && !isTooLate ? 'attempt-declined' : 'last-attempt-declined');
};

/** Time is over. `untriedActionCode`: the bank's code for an order without an attempt. */
export const expire = (order: Order, untriedActionCode: number): Order => {
  const expired = applyEvent(order, 'expired');
  if (order.status === 'acs-started') {
    return withLastAttempt({ ...expired, actionCode: leftAtAcs }, (attempt) => ({ ...attempt, actionCode: leftAtAcs }));
  }
  return { ...expired, actionCode: concluded(order) > 0 ? sessionExpired : untriedActionCode };
};
