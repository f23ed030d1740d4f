import type { Callback, CallbackTry } from '../../domain/callback.ts';
import { blockedReason } from './allowed-host.ts';
import { findsNobody, tried } from './next-callback.ts';
import type { Sending } from './sending.ts';

/** One try of a callback; each returns the callback after it, or undefined if nothing was sent because everything stops. */
export interface Tries {
  /** As the gateway does by itself. */
  byGateway(callback: Callback, nowMs: number): Promise<Callback | undefined>;
  /** On request, however often it was tried. */
  byHand(callback: Callback, nowMs: number): Promise<Callback | undefined>;
}

/** `hosts`: where callbacks may go; empty: anywhere. */
export const createTries = (sending: Sending, hosts: readonly string[]): Tries => {
  const blocked = ({ url }: Callback, atMs: number): CallbackTry | undefined => {
    const error = blockedReason(url, hosts);
    return error === undefined ? undefined : { atMs, error };
  };
  return {
    byGateway: async (callback, nowMs) => {
      const refused = blocked(callback, nowMs);
      if (refused) return { ...callback, tries: [...callback.tries, refused], state: 'given-up' };
      const attempt = findsNobody(callback) ? unreachable(nowMs) : await sending.send(callback, nowMs);
      return attempt && tried(callback, attempt);
    },
    byHand: async (callback, nowMs) => {
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
