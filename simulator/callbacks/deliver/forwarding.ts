import type { Callback, CallbackTry } from '../../domain/callback.ts';
import { defaultCallbackSettings } from '../../domain/callback.ts';
import type { Merchant } from '../../domain/merchant.ts';
import { afterMachineTime, type Cancel } from '../../runtime/machine-time.ts';

/** The answer of a shop to a forwarded callback, or why there was none. */
export type ForwardedAnswer = Pick<CallbackTry, 'httpStatus' | 'error'>;

/** A listener who sends the callbacks of a merchant to its shop in place of the gateway. */
export interface Forwarder {
  /** Where they go, as the listener says. */
  readonly address: string;
  readonly give: (callback: Callback, nowMs: number) => void;
}

/** The listeners of this process who forward callbacks. */
export interface Forwarding {
  /** From now on this listener gets the callbacks of a merchant, before earlier ones. Ends with the returned function. */
  begin(login: string, forwarder: Forwarder): Cancel;
  /** Gives a callback to the listener of its merchant, and resolves with this try; undefined if there is no listener. */
  send(callback: Callback, nowMs: number, signal: AbortSignal): Promise<CallbackTry> | undefined;
  /** What the shop answered to a listener. False if this callback is not awaited. */
  answer(login: string, callbackId: string, answer: ForwardedAnswer): boolean;
  /** The merchant with the address of its listener, if it has none of its own. */
  reachable(merchant: Merchant): Merchant;
}

/** `patienceMs`: how long a shop may take to answer, in milliseconds of the machine. */
export const createForwarding = (patienceMs: number): Forwarding => {
  const forwarders = new Map<string, readonly Forwarder[]>();
  const awaited = new Map<string, (answer: ForwardedAnswer) => void>();
  const newestOf = (login: string): Forwarder | undefined => forwarders.get(login)?.at(-1);

  /** Resolves with the first of: an answer, the end of the listener or of the gateway, the end of the time. */
  const answerTo = (key: string, onEnd: AbortSignal): Promise<ForwardedAnswer> =>
    new Promise((resolve) => {
      const end = (answer: ForwardedAnswer): void => {
        cancel();
        awaited.delete(key);
        resolve(answer);
      };
      const cancel = afterMachineTime(patienceMs, () => end({ error: `no answer within ${patienceMs} ms` }));
      onEnd.addEventListener('abort', () => end({ error: 'no answer: the listener has gone' }), { once: true });
      awaited.set(key, end);
    });

  const ends = new WeakMap<Forwarder, AbortController>();

  return {
    begin: (login, forwarder) => {
      forwarders.set(login, [...(forwarders.get(login) ?? []), forwarder]);
      ends.set(forwarder, new AbortController());
      return () => {
        const others = forwarders.get(login)?.filter((one) => one !== forwarder) ?? [];
        if (others.length > 0) forwarders.set(login, others);
        else forwarders.delete(login);
        ends.get(forwarder)?.abort();
      };
    },
    send: (callback, nowMs, signal) => {
      const forwarder = newestOf(callback.merchant);
      const end = forwarder && ends.get(forwarder);
      if (!forwarder || !end) return undefined;
      const answered = answerTo(keyOf(callback.merchant, callback.id), AbortSignal.any([end.signal, signal]));
      forwarder.give(callback, nowMs);
      return answered.then((answer) => ({ atMs: nowMs, ...answer, forwardedTo: forwarder.address }));
    },
    answer: (login, callbackId, answer) => {
      const end = awaited.get(keyOf(login, callbackId));
      end?.(answer);
      return end !== undefined;
    },
    reachable: (merchant) => {
      const { callbacks = defaultCallbackSettings } = merchant;
      const url = callbacks.url ?? newestOf(merchant.login)?.address;
      return url === callbacks.url || url === undefined ? merchant : { ...merchant, callbacks: { ...callbacks, url } };
    },
  };
};

const keyOf = (login: string, callbackId: string): string => JSON.stringify([login, callbackId]);
