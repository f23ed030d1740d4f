import { afterMachineTime } from '../../runtime/machine-time.ts';
import type { CourierOptions } from './courier-options.ts';
import { nextCallback } from './next-callback.ts';
import { createRetryPlan } from './plan-retry.ts';
import type { Sending } from './sending.ts';
import type { Tries } from './try-callback.ts';

/** The work on the callbacks about one subject: one after the other, in this process and in all that share the store. */
export interface SubjectWork {
  /** Runs work on a subject after all work on it that began here before; `name` is the name of its lease. */
  exclusive<T>(subject: string, action: (name: string) => Promise<T>): Promise<T>;
  /** Sends all that can be sent now. False if another process does so, which then sends what has come in between as well. */
  deliver(subject: string): Promise<boolean>;
  /** Begins to deliver in the background. */
  begin(login: string, subject: string): void;
  /** Resolves when this callback was tried here. */
  nextTry(callbackId: string): { readonly tried: Promise<true>; readonly forget: () => void };
}

/** When to look again at a subject that another process works on, in milliseconds of the machine. */
const busyElsewhereMs = 500;

export const createSubjectWork = (
  { store, clockOf, inTurn, leases, onTried }: CourierOptions,
  sending: Sending,
  tries: Tries,
): SubjectWork => {
  const awaited = new Map<string, () => void>();

  const exclusive: SubjectWork['exclusive'] = (subject, action) => {
    const name = `callbacks about ${subject}`;
    return sending.during(inTurn(name, () => action(name)));
  };

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

  const begin = (login: string, subject: string): void => clockOf(login).start(() => work(subject));

  const planRetry = createRetryPlan(clockOf, work);

  /** The next callback decides: those after it wait for it. */
  const sendAll = async (subject: string): Promise<void> => {
    for (;;) {
      const callback = nextCallback(await store.callbacks.about(subject));
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
    nextTry: (id) => ({
      tried: new Promise<true>((resolve) => awaited.set(id, () => resolve(true))),
      forget: () => awaited.delete(id),
    }),
  };
};
