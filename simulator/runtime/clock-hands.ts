import type { Ground } from './machine-time.ts';

export type ClockHands = ReturnType<typeof createClockHands>;

/** The time of a clock, and whether it runs with the clock below it. `startMs`: it stands still at this moment. */
export const createClockHands = (ground: Ground, startMs: number | undefined) => {
  let frozenMs = startMs;
  let offsetMs = 0;
  const standAt = (ms: number): void => {
    frozenMs = ms;
  };
  const runFrom = (ms: number): void => {
    frozenMs = undefined;
    offsetMs = ms - ground.now();
  };
  return {
    now: (): number => frozenMs ?? ground.now() + offsetMs,
    /** Whether time passes only when it is moved, here or below. */
    isFrozen: (): boolean => frozenMs !== undefined || ground.isFrozen(),
    /** Whether this clock itself stands still. */
    isStopped: (): boolean => frozenMs !== undefined,
    standAt,
    runFrom,
    /** Goes to a moment, and stands still or runs on as before. */
    moveTo: (ms: number): void => (frozenMs === undefined ? runFrom(ms) : standAt(ms)),
  };
};
