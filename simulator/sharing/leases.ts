import { afterMachineTime, machineSleep } from '../runtime/machine-time.ts';
import type { Sharing } from '../store/store.ts';

/** Work that only one of the processes that share a store does. */
export interface Leases {
  /** Runs work and returns its result in an object; undefined, and nothing run, while another process does this work. */
  alone<T>(work: string, run: () => Promise<T>): Promise<{ readonly result: T } | undefined>;
  /** Waits for the other process instead. */
  inTime<T>(work: string, run: () => Promise<T>): Promise<T>;
}

/** How often a lease is extended. */
const renewalMs = 4_000;

/** Longer than `renewalMs` and the longest wait for a busy store together. */
const leaseMs = 40_000;

/** The pause before another attempt to get the lease of another process. */
const patienceMs = 100;

/** Without `sharing` all work is done here. Times are those of the machine and of the store. */
export const createLeases = (sharing: Sharing | undefined): Leases => {
  const alone: Leases['alone'] = async (work, run) => {
    if (!sharing) return { result: await run() };
    if (!(await sharing.take(work, leaseMs))) return undefined;
    const stopRenewing = renew(sharing, work);
    try {
      return { result: await run() };
    } finally {
      await stopRenewing();
      await sharing.release(work);
    }
  };
  return {
    alone,
    inTime: async (work, run) => {
      for (;;) {
        const done = await alone(work, run);
        if (done) return done.result;
        await machineSleep(patienceMs);
      }
    },
  };
};

/** Extends a lease again and again, until the returned function is called. */
const renew = (sharing: Sharing, work: string): (() => Promise<void>) => {
  let renewal: Promise<unknown> = Promise.resolve();
  let cancel = (): void => {};
  const plan = (): void => {
    cancel = afterMachineTime(renewalMs, () => {
      // If the store does not answer, the lease runs out.
      renewal = sharing.take(work, leaseMs).catch(() => {});
      plan();
    });
  };
  plan();
  return async () => {
    cancel();
    await renewal;
  };
};
