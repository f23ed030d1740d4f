import type { Callback } from '../../domain/callback.ts';
import { afterMachineTime } from '../../runtime/machine-time.ts';
import type { Inbox } from '../inbox/inbox.ts';
import type { Forwarding } from './forwarding.ts';
import { type SendOptions, type SentCallback, sendCallback } from './send-callback.ts';

/** The requests to the shops, which a stop waits for and breaks off. */
export interface Sending {
  /** Sends a callback once; undefined if a stop prevented it or broke it off. */
  send(callback: Callback, nowMs: number): Promise<SentCallback | undefined>;
  /** Work that a stop waits for. */
  during<T>(work: Promise<T>): Promise<T>;
  isStopped(): boolean;
  /** Resolves when nothing is on its way; what takes longer than the grace is broken off. */
  stop(graceMs: number): Promise<void>;
}

/** How callbacks are sent, and the inboxes, to which they go without a call. */
export interface SendingOptions extends SendOptions {
  readonly inbox?: Inbox;
}

/** A callback that a listener forwards is not sent by the gateway itself. */
export const createSending = (options: SendingOptions, forwarding: Forwarding): Sending => {
  const works = new Set<Promise<unknown>>();
  const aborts = new Set<AbortController>();
  let isStopped = false;
  return {
    send: async (callback, nowMs) => {
      if (isStopped) return undefined;
      const abort = new AbortController();
      const forwarded = forwarding.send(callback, nowMs, abort.signal);
      if (!forwarded && options.inbox?.isFor(callback)) {
        options.inbox.keep(callback, nowMs);
        return { attempt: { atMs: nowMs, httpStatus: 200 }, isBlocked: false };
      }
      aborts.add(abort);
      const sent = forwarded
        ? { attempt: await forwarded, isBlocked: false }
        : await sendCallback(callback, nowMs, options, abort);
      return aborts.delete(abort) ? sent : undefined;
    },
    during: (work) => {
      const over = () => works.delete(work);
      works.add(work);
      work.then(over, over);
      return work;
    },
    isStopped: () => isStopped,
    stop: async (graceMs) => {
      isStopped = true;
      const cancel = afterMachineTime(graceMs, () => {
        for (const abort of aborts) {
          aborts.delete(abort);
          abort.abort();
        }
      });
      while (works.size > 0) await Promise.allSettled(works);
      cancel();
    },
  };
};
