import { MoveRefused, refuseNoMoment } from '../domain/errors/move-refused.ts';
import { aFunction, checkOptions, fields, shown, thing, value } from '../options/check-options.ts';
import { createBackground } from './background.ts';
import { createClockHands } from './clock-hands.ts';
import { type Action, type Cancel, type Ground, giveWay, machine } from './machine-time.ts';
import { createSchedule } from './schedule.ts';

/** The only source of time. It runs with the clock below it, or stands still until it is moved. */
export interface Clock {
  /** Milliseconds since 1970, by this clock. */
  now(): number;
  /** Whether it stands still. */
  isFrozen(): boolean;
  /** Whether it was stopped itself, whatever the clock below it does. */
  isStopped(): boolean;
  /** Runs an action when this much time of this clock has passed. */
  after(delayMs: number, action: Action): Cancel;
  /** Resolves when this much time of this clock has passed. */
  sleep(delayMs: number): Promise<void>;
  /** When the first of those that sleep now wakes up, by this clock; undefined if none does. */
  nextWakingMs(): number | undefined;
  /**
   * Moves the clock forward; actions planned for the time in between run at their moment, in order, before this resolves.
   * Everything else in the process gets its turn meanwhile.
   * @throws MoveRefused if it would go back or end after 9999, or by a check of `beforeMove`: then nothing has changed
   */
  advance(ms: number): Promise<void>;
  /** Moves the clock to a moment: as `advance` if that lies ahead; going back, not before 1970, runs nothing. */
  set(ms: number): Promise<void>;
  /** Calls `check` before each move forward, with the moment where it will end; if that fails, so does the move. */
  beforeMove(check: (toMs: number) => Promise<void>): Cancel;
  /** Stops time, at once; resolves when `onMove` has ended. */
  freeze(): Promise<void>;
  /** Starts time again, at once; resolves as `freeze`. */
  run(): Promise<void>;
  /** Sets this clock as the same clock stands in another process. Late actions run now; `onMove` is not called. */
  follow(stand: { readonly nowMs: number; readonly isFrozen: boolean }): void;
  /** Runs an action now, in the background; `settled` waits for it. */
  start(action: Action): void;
  /** Resolves when no action that has begun is still running. */
  settled(): Promise<void>;
  /** Drops all planned actions. */
  stop(): void;
}

export interface ClockOptions {
  /** It stands still at this moment; without it, it runs. */
  readonly startMs?: number;
  /** The clock that it runs with; the machine's by default. */
  readonly ground?: Ground;
  /** Called when it was moved, stopped or started. */
  readonly onMove?: (clock: Clock) => void | Promise<void>;
  /** Called once for an action that failed, which runs again until it succeeds. Without it the failure goes to the caller. */
  readonly onFailure?: (error: unknown) => void;
}

const clockOptions = fields<ClockOptions>()({
  startMs: value<number>('a moment in milliseconds since 1970', (given) => typeof given === 'number'),
  ground: thing<Ground>('a clock', 'now'),
  onMove: aFunction<NonNullable<ClockOptions['onMove']>>(),
  onFailure: aFunction<NonNullable<ClockOptions['onFailure']>>(),
});

/** A clock. One above another runs and stands still with it, until it is moved or stopped itself. @throws MoveRefused */
export const createClock = (options: ClockOptions = {}): Clock => {
  checkOptions('createClock', clockOptions, options);
  const { startMs, ground = machine, onMove = () => {}, onFailure } = options;
  if (startMs !== undefined) refuseNoMoment(startMs);
  const hands = createClockHands(ground, startMs);
  const background = createBackground(onFailure);
  const schedule = createSchedule(hands, ground, background);
  const { now } = hands;
  const checks = new Set<(toMs: number) => Promise<void>>();
  const sleepers = new Set<{ readonly wakesAtMs: number }>();
  let stops = 0;

  const moved = (): void | Promise<void> => {
    schedule.arm();
    return onMove(clock);
  };

  const moveForward = async (targetMs: number): Promise<void> => {
    refuseNoMoment(targetMs);
    const stopsBefore = stops;
    for (const check of checks) await check(targetMs);
    await background.almostSettled();
    for (let due = schedule.takeDue(targetMs); due; due = schedule.takeDue(targetMs)) {
      if (due.dueMs > now()) hands.moveTo(due.dueMs);
      await background.run(due.action);
      await background.almostSettled();
      await giveWay();
    }
    // It was dropped on the way.
    if (stops > stopsBefore) return;
    if (targetMs > now()) hands.moveTo(targetMs);
    await moved();
  };

  const clock: Clock = {
    now,
    isFrozen: hands.isFrozen,
    isStopped: hands.isStopped,
    after: schedule.add,
    sleep: (delayMs) =>
      new Promise((resolve) => {
        const sleeper = { wakesAtMs: now() + delayMs };
        sleepers.add(sleeper);
        schedule.add(delayMs, () => {
          sleepers.delete(sleeper);
          resolve();
        });
      }),
    nextWakingMs: () =>
      sleepers.size === 0 ? undefined : Math.min(...[...sleepers].map(({ wakesAtMs }) => wakesAtMs)),
    advance: async (ms) => {
      if (typeof ms !== 'number' || !(ms >= 0))
        throw new MoveRefused(`expected a number of milliseconds to move forward by, got ${shown(ms)}`);
      await moveForward(now() + ms);
    },
    set: async (ms) => {
      refuseNoMoment(ms);
      if (ms >= now()) return moveForward(ms);
      hands.moveTo(ms);
      await moved();
    },
    beforeMove: (check) => {
      checks.add(check);
      return () => void checks.delete(check);
    },
    freeze: async () => {
      hands.standAt(now());
      await moved();
    },
    run: async () => {
      if (!hands.isStopped()) return;
      hands.runFrom(now());
      await moved();
    },
    follow: ({ nowMs, isFrozen }) => {
      if (isFrozen) hands.standAt(nowMs);
      else hands.runFrom(nowMs);
      schedule.arm();
      void schedule.runDue();
    },
    start: (action) => {
      if (ground.start) ground.start(() => background.run(action));
      else void background.run(action);
    },
    settled: background.settled,
    stop: () => {
      stops++;
      background.stop();
      schedule.clear();
      sleepers.clear();
    },
  };
  return clock;
};
