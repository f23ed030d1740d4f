import { type Action, afterMachineTime, within } from './machine-time.ts';

export type Background = ReturnType<typeof createBackground>;

/** The longest wait of a clock for running actions before it moves, in milliseconds of the machine. */
export const longestMoveWaitMs = 500;

/** The pause before an action that failed runs again, in milliseconds of the machine: longer each time. */
const firstPauseMs = 500;
const longestPauseMs = 60_000;

/**
 * The actions of a clock that have begun. `onFailure` is called for the first failure of an action, which then runs again
 * until it succeeds; without it, the failure goes to the caller.
 */
export const createBackground = (onFailure?: (error: unknown) => void) => {
  const running = new Set<Promise<void>>();
  let isStopped = false;

  const run = async (action: Action, failures = 0): Promise<void> => {
    const work = Promise.resolve().then(action);
    running.add(work);
    try {
      await work;
    } catch (error) {
      if (!onFailure) throw error;
      if (failures === 0) onFailure(error);
      afterMachineTime(Math.min(firstPauseMs * 2 ** failures, longestPauseMs), () => {
        if (!isStopped) void run(action, failures + 1);
      });
    } finally {
      running.delete(work);
    }
  };

  /** Resolves when no action is running. */
  const settled = async (): Promise<void> => {
    while (running.size > 0) await Promise.allSettled(running);
  };

  return {
    run: (action: Action): Promise<void> => run(action),
    settled,
    /** The same, or after `longestMoveWaitMs`. */
    almostSettled: async (): Promise<void> => {
      if (running.size > 0) await within(longestMoveWaitMs, settled());
    },
    /** Runs no failed action again. */
    stop: (): void => {
      isStopped = true;
    },
  };
};
