import type { Callback } from '../../domain/callback.ts';
import type { Clock } from '../../runtime/clock.ts';
import type { RunExclusive } from '../../runtime/key-queue.ts';
import { afterMachineTime } from '../../runtime/machine-time.ts';
import type { Leases } from '../../sharing/leases.ts';
import type { Store } from '../../store/store.ts';
import { nextCallback, nextCopy } from './next-callback.ts';
import { isPaused } from './pause.ts';
import type { Sending, SendingOptions } from './sending.ts';
import type { Tries } from './try-callback.ts';

export interface CourierOptions extends SendingOptions {
  readonly store: Store;
  /** The clock of a merchant. */
  readonly clockOf: (login: string) => Clock;
  readonly runExclusive: RunExclusive;
  /** One of several processes with the same store delivers. */
  readonly leases: Leases;
  /** Called after every try, with the callback as it is then. */
  readonly onTried: (callback: Callback) => void;
}

/** When to look again at a subject that another process works on, in milliseconds of the machine. */
const busyElsewhereMs = 500;

/** The work on the callbacks about one subject: one after the other, in this process and in all that share the store. */
export const createSubjectWork = (
  { store, clockOf, runExclusive, leases, onTried }: CourierOptions,
  sending: Sending,
  tries: Tries,
) => {
  const awaited = new Map<string, () => void>();

  /** Runs work on a subject after all work on it that began here before; `name` is the name of its lease. */
  const exclusive = <T>(subject: string, action: (name: string) => Promise<T>): Promise<T> => {
    const name = `callbacks about ${subject}`;
    return sending.during(runExclusive(name, () => action(name)));
  };

  /** Sends all that can be sent now. False if another process does so, which then sends what has come in between as well. */
  const deliver = (subject: string): Promise<boolean> =>
    exclusive(subject, async (name) => {
      if (await leases.alone(name, () => sendAll(subject))) return true;
      const waiting = nextCallback(await store.callbacks.about(subject));
      if (waiting && !sending.isStopped()) afterMachineTime(busyElsewhereMs, () => begin(waiting.merchant, subject));
      return false;
    });

  const work = async (subject: string): Promise<void> => {
    await deliver(subject);
  };

  /** Begins to deliver in the background. */
  const begin = (login: string, subject: string): void => clockOf(login).start(() => work(subject));

  const planRetry = createRetryPlan(clockOf, work);

  /** During a pause only copies, which are sent by hand. */
  const nextToSend = async (subject: string): Promise<Callback | undefined> => {
    const callbacks = await store.callbacks.about(subject);
    const next = nextCallback(callbacks);
    return next && (await isPaused(store, next.merchant)) ? nextCopy(callbacks) : next;
  };

  /** The next callback decides: those after it wait for it. */
  const sendAll = async (subject: string): Promise<void> => {
    for (;;) {
      const callback = await nextToSend(subject);
      if (!callback || sending.isStopped()) return;
      const nowMs = clockOf(callback.merchant).now();
      if (callback.dueMs > nowMs) return planRetry(callback);
      const after = await tries.byGateway(callback, nowMs);
      if (!after) return;
      await store.callbacks.save(after);
      onTried(after);
      awaited.get(after.id)?.();
    }
  };

  return {
    exclusive,
    deliver,
    begin,
    /** Resolves when this callback was tried here. */
    nextTry: (id: string) => ({
      tried: new Promise<true>((resolve) => awaited.set(id, () => resolve(true))),
      forget: () => awaited.delete(id),
    }),
  };
};

/** Plans the next attempt for the subject of a callback, by the merchant's clock; the earliest plan of a subject counts. */
const createRetryPlan = (
  clockOf: (login: string) => Clock,
  work: (subject: string) => Promise<void>,
): ((callback: Callback) => void) => {
  const plans = new WeakMap<Clock, Map<string, number>>();
  return ({ merchant, subject, dueMs }) => {
    const clock = clockOf(merchant);
    const planned = plans.get(clock) ?? new Map<string, number>();
    if ((planned.get(subject) ?? Number.POSITIVE_INFINITY) <= dueMs) return;
    plans.set(clock, planned.set(subject, dueMs));
    clock.after(dueMs - clock.now(), () => {
      if (planned.get(subject) === dueMs) planned.delete(subject);
      return work(subject);
    });
  };
};
