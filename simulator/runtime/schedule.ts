import type { Background } from './background.ts';
import type { ClockHands } from './clock-hands.ts';
import { type Action, type Cancel, type Ground, giveWay } from './machine-time.ts';

interface Planned {
  readonly dueMs: number;
  readonly action: Action;
}

/** The actions that are planned on a clock, by their time. */
export const createSchedule = (hands: ClockHands, ground: Ground, { run }: Background) => {
  let planned: Planned[] = [];
  let disarm: Cancel | undefined;

  /** The first action that is due by then, which is no longer planned; undefined if there is none. */
  const takeDue = (untilMs: number): Planned | undefined => {
    const first = planned[0];
    return first && first.dueMs <= untilMs ? planned.shift() : undefined;
  };

  /** Runs all that is due now. If time runs by itself, one action does not wait for another; if it is moved, they come one by one. */
  const runDue = async (): Promise<void> => {
    const works: Promise<void>[] = [];
    for (let item = takeDue(hands.now()); item; item = takeDue(hands.now())) {
      const work = run(item.action);
      if (hands.isFrozen()) await work;
      else works.push(work);
      await giveWay();
    }
    arm();
    await Promise.all(works);
  };

  /** Waits for the next action; to be called after each move of the hands. */
  const arm = (): void => {
    disarm?.();
    disarm = undefined;
    const first = planned[0];
    if (first && !hands.isStopped()) disarm = ground.after(Math.max(first.dueMs - hands.now(), 0), runDue);
  };

  return {
    /** Plans an action for this much later. */
    add: (delayMs: number, action: Action): Cancel => {
      const item: Planned = { dueMs: hands.now() + Math.max(delayMs, 0), action };
      const index = planned.findIndex((other) => other.dueMs > item.dueMs);
      planned.splice(index < 0 ? planned.length : index, 0, item);
      if (planned[0] === item) arm();
      return () => {
        planned = planned.filter((other) => other !== item);
      };
    },
    takeDue,
    runDue,
    arm,
    clear: (): void => {
      planned = [];
      disarm?.();
    },
  };
};
