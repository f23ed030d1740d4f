import type { Callback, CallbackTry } from '../../domain/callback.ts';
import { isUnreachable, tried } from './next-callback.ts';
import type { Sending } from './sending.ts';

export type Tries = ReturnType<typeof createTries>;

/** Tries to deliver a callback once, and returns it with this try; undefined if nothing was sent because everything stops. */
export const createTries = (sending: Sending) => ({
  byGateway: async (callback: Callback, nowMs: number): Promise<Callback | undefined> => {
    if (isUnreachable(callback)) return tried(callback, unreachable(nowMs));
    const sent = await sending.send(callback, nowMs);
    if (sent?.isBlocked) return { ...callback, tries: [...callback.tries, sent.attempt], state: 'given-up' };
    return sent && tried(callback, sent.attempt);
  },
  /** On request, however often it was tried. */
  byHand: async (callback: Callback, nowMs: number): Promise<Callback | undefined> => {
    const sent = await sending.send(callback, nowMs);
    return sent && triedByHand(callback, sent.attempt);
  },
});

const triedByHand = (callback: Callback, attempt: CallbackTry): Callback => ({
  ...callback,
  tries: [...callback.tries, { ...attempt, byHand: true }],
  ...(attempt.httpStatus === 200 && { state: 'delivered' }),
});

/** A try that fails because of a scenario, like one that meets a closed port. */
const unreachable = (atMs: number): CallbackTry => ({ atMs, error: 'ECONNREFUSED' });
