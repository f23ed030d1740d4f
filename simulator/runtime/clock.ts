import { createBackground } from './background.ts';
import { createClockHands } from './clock-hands.ts';
import { type Action, type Cancel, type Ground, machine } from './machine-time.ts';
import { createSchedule } from './schedule.ts';

/** The only source of time. It runs with the clock below it, or stands still until it is moved. */
export interface Clock {
  /** Milliseconds since 1970, by this clock. */
  now(): number;
  /** Whether it stands still. */
  isFrozen(): boolean;
  /** Runs an action when this much time of this clock has passed. */
  after(delayMs: number, action: Action): Cancel;
  /** Resolves when this much time of this clock has passed. */
  sleep(delayMs: number): Promise<void>;
  /** Moves the clock forward; actions planned for the time in between run at their moment, in order, before this resolves. */
  advance(ms: number): Promise<void>;
  /** Moves the clock to a moment: as `advance` if that lies ahead; going back runs nothing. */
  set(ms: number): Promise<void>;
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
  /** Called before it moves forward, to plan every action that may fall due. */
  readonly beforeMove?: () => Promise<void>;
  /** Called when it was moved, stopped or started. */
  readonly onMove?: (clock: Clock) => void | Promise<void>;
  /** Called once for an action that failed, which runs again until it succeeds. Without it the failure goes to the caller. */
  readonly onFailure?: (error: unknown) => void;
}

/** A clock. One above another runs and stands still with it, until it is moved or stopped itself. */
export const createClock = (options: ClockOptions = {}): Clock => {
  const { startMs, ground = machine, beforeMove, onMove = () => {}, onFailure } = options;
  const hands = createClockHands(ground, startMs);
  const background = createBackground(onFailure);
  const schedule = createSchedule(hands, ground, background);
  const { now } = hands;

  const moved = (): void | Promise<void> => {
    schedule.arm();
    return onMove(clock);
  };

  const advance = async (ms: number): Promise<void> => {
    const targetMs = now() + ms;
    if (beforeMove) await beforeMove();
    await background.almostSettled();
    for (let due = schedule.takeDue(targetMs); due; due = schedule.takeDue(targetMs)) {
      if (due.dueMs > now()) hands.moveTo(due.dueMs);
      await background.run(due.action);
      await background.almostSettled();
    }
    if (targetMs > now()) hands.moveTo(targetMs);
    await moved();
  };

  const clock: Clock = {
    now,
    isFrozen: hands.isFrozen,
    after: schedule.add,
    sleep: (delayMs) => new Promise((resolve) => schedule.add(delayMs, resolve)),
    advance,
    set: async (ms) => {
      if (ms >= now()) return advance(ms - now());
      hands.moveTo(ms);
      await moved();
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
      background.stop();
      schedule.clear();
    },
  };
  return clock;
};
