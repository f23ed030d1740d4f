import { type Action, afterMachineTime, type Cancel } from './machine-time.ts';

/** The actions of a clock that have begun. */
export interface Background {
  /** Runs an action; one that fails runs again later if failures are reported, else its failure goes to the caller. */
  run(action: Action): Promise<void>;
  /** Resolves when no action is running. */
  settled(): Promise<void>;
  /** Resolves when no action is running, or after `mostWaitToMoveMs`. */
  almostSettled(): Promise<void>;
  /** Runs no failed action again. */
  stop(): void;
}

/** How long moving a clock waits for actions that have begun, in milliseconds of the machine: a shop that hangs does not stop time. */
export const mostWaitToMoveMs = 500;

/** How long an action that failed waits before it runs again, in milliseconds of the machine: longer each time. */
const firstPauseMs = 500;
const longestPauseMs = 60_000;

/** `onFailure`: called for the first failure of an action, which then runs again until it succeeds. */
export const createBackground = (onFailure?: (error: unknown) => void): Background => {
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

  const settled = async (): Promise<void> => {
    while (running.size > 0) await Promise.allSettled(running);
  };

  return {
    run: (action) => run(action),
    settled,
    almostSettled: async () => {
      if (running.size === 0) return;
      let giveUp: Cancel = () => {};
      const patience = new Promise<void>((resolve) => {
        giveUp = afterMachineTime(mostWaitToMoveMs, resolve);
      });
      await Promise.race([settled(), patience]);
      giveUp();
    },
    stop: () => {
      isStopped = true;
    },
  };
};
