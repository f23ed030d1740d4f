import type { Ground } from './machine-time.ts';

/** Where a clock stands, and whether it runs with the clock below it. */
export interface ClockHands {
  now(): number;
  /** Whether time passes only when it is moved, here or below. */
  isFrozen(): boolean;
  /** Whether this clock itself stands still. */
  isStopped(): boolean;
  /** Puts the hands to a moment; they stand still or run on as before. */
  moveTo(ms: number): void;
  standAt(ms: number): void;
  runFrom(ms: number): void;
}

/** `startMs`: they stand still at this moment; without it they run. */
export const createClockHands = (ground: Ground, startMs: number | undefined): ClockHands => {
  let frozenMs = startMs;
  let offsetMs = 0;
  const runFrom = (ms: number): void => {
    frozenMs = undefined;
    offsetMs = ms - ground.now();
  };
  const standAt = (ms: number): void => {
    frozenMs = ms;
  };
  return {
    now: () => frozenMs ?? ground.now() + offsetMs,
    isFrozen: () => frozenMs !== undefined || ground.isFrozen(),
    isStopped: () => frozenMs !== undefined,
    moveTo: (ms) => (frozenMs === undefined ? runFrom(ms) : standAt(ms)),
    standAt,
    runFrom,
  };
};
