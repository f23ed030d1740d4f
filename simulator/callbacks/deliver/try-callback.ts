import type { Callback, CallbackTry } from '../../domain/callback.ts';
import { blockedReason } from './allowed-host.ts';
import { isUnreachable, tried } from './next-callback.ts';
import type { Sending } from './sending.ts';

export type Tries = ReturnType<typeof createTries>;

/**
 * Tries to deliver a callback once, and returns it with this try; undefined if nothing was sent because everything stops.
 * `hosts`: those that callbacks may go to; empty: any.
 */
export const createTries = (sending: Sending, hosts: readonly string[]) => {
  const blocked = ({ url }: Callback, atMs: number): CallbackTry | undefined => {
    const error = blockedReason(url, hosts);
    return error === undefined ? undefined : { atMs, error };
  };
  return {
    byGateway: async (callback: Callback, nowMs: number): Promise<Callback | undefined> => {
      const refused = blocked(callback, nowMs);
      if (refused) return { ...callback, tries: [...callback.tries, refused], state: 'given-up' };
      const attempt = isUnreachable(callback) ? unreachable(nowMs) : await sending.send(callback, nowMs);
      return attempt && tried(callback, attempt);
    },
    /** On request, however often it was tried. */
    byHand: async (callback: Callback, nowMs: number): Promise<Callback | undefined> => {
      const attempt = blocked(callback, nowMs) ?? (await sending.send(callback, nowMs));
      return attempt && triedByHand(callback, attempt);
    },
  };
};

const triedByHand = (callback: Callback, attempt: CallbackTry): Callback => ({
  ...callback,
  tries: [...callback.tries, { ...attempt, byHand: true }],
  ...(attempt.httpStatus === 200 && { state: 'delivered' }),
});

/** A try that fails because of a scenario, like one that meets a closed port. */
const unreachable = (atMs: number): CallbackTry => ({ atMs, error: 'ECONNREFUSED' });
