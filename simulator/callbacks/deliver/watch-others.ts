import type { Callback } from '../../domain/callback.ts';
import type { Clock } from '../../runtime/clock.ts';
import { afterMachineTime, machineSleep } from '../../runtime/machine-time.ts';
import type { Store } from '../../store/store.ts';
import { nextCallback } from './next-callback.ts';
import { isPaused } from './pause.ts';

interface OthersOptions {
  readonly store: Store;
  readonly clockOf: (login: string) => Clock;
  /** Whether every wait ends at once. */
  readonly isStopped: () => boolean;
}

/** How often to look, in milliseconds of the machine. */
const lookEveryMs = 50;

/** How long to wait until all is settled, by default: longer than a shop may take and another process needs to take over. */
const mostSettlingMs = 15_000;

/** The deliveries of other processes, as the store shows them. Every wait ends after `mostMs` milliseconds of the machine. */
export const watchOthers = ({ store, clockOf, isStopped }: OthersOptions) => {
  const until = async (ask: () => Promise<boolean>, mostMs: number): Promise<void> => {
    let isOver = false;
    const cancel = afterMachineTime(mostMs, () => {
      isOver = true;
    });
    while (!isOver && !isStopped() && !(await ask())) await machineSleep(lookEveryMs);
    cancel();
  };

  /** Whether one of all callbacks about a subject can be tried now. */
  const isAnyDue = (callbacks: readonly Callback[]): boolean => {
    const next = nextCallback(callbacks);
    return next !== undefined && next.dueMs <= clockOf(next.merchant).now();
  };

  const isTried = async ({ id, subject, merchant }: Callback): Promise<boolean> => {
    if (await isPaused(store, merchant)) return true;
    const callbacks = await store.callbacks.about(subject);
    return !callbacks.some((one) => one.id === id && one.tries.length === 0) || !isAnyDue(callbacks);
  };

  const isNothingDue = async (login: string): Promise<boolean> => {
    if (await isPaused(store, login)) return true;
    for (const subject of await store.callbacks.waitingSubjects(login))
      if (isAnyDue(await store.callbacks.about(subject))) return false;
    return true;
  };

  return {
    /** Resolves when this callback was tried, or no callback about its subject can be tried now. */
    haveTried: (callback: Callback, mostMs: number): Promise<void> => until(() => isTried(callback), mostMs),
    /** Resolves when no callback of a merchant can be tried now. */
    haveSettled: (login: string, mostMs = mostSettlingMs): Promise<void> => until(() => isNothingDue(login), mostMs),
  };
};
