import { afterMachineTime, machineSleep } from '../runtime/machine-time.ts';
import type { Sharing } from '../store/store.ts';

/** Work that only one of the processes does which share a store. */
export interface Leases {
  /** Runs work and gives its result in an object; undefined, and nothing run, while another process does this work. */
  alone<T>(work: string, run: () => Promise<T>): Promise<{ readonly result: T } | undefined>;
  /** The same, after the other process. */
  inTime<T>(work: string, run: () => Promise<T>): Promise<T>;
}

/** When work is taken anew, while it goes on. */
const renewalMs = 4_000;

/** How long it is taken for: longer than until the next time and the most that a busy store keeps anybody waiting. */
const leaseMs = 40_000;

/** How long to wait for another process before asking again. */
const patienceMs = 100;

/** A process with a store of its own does everything alone. Times are those of the machine and of the store. */
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

/** Takes work anew again and again, until the returned function is called. */
const renew = (sharing: Sharing, work: string): (() => Promise<void>) => {
  let renewal: Promise<unknown> = Promise.resolve();
  let cancel = (): void => {};
  const plan = (): void => {
    cancel = afterMachineTime(renewalMs, () => {
      // Where the store does not answer the lease runs out: that is what it is for.
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
