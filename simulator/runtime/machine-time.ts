/** Cancels a planned action; does nothing if it has run already. */
export type Cancel = () => void;

export type Action = () => void | Promise<void>;

/** The clock below a clock: the machine, or another clock. */
export interface Ground {
  now(): number;
  /** Whether time passes here only when it is moved. */
  isFrozen(): boolean;
  after(delayMs: number, action: Action): Cancel;
  /** Runs work in the background and counts it as its own; absent if it does not count. */
  start?(action: Action): void;
}

/** Longest delay that setTimeout takes. */
const longestTimerMs = 2 ** 31 - 1;

export const machine: Ground = {
  now: () => Date.now(),
  isFrozen: () => false,
  after: (delayMs, action) => {
    const timer = setTimeout(action, Math.min(delayMs, longestTimerMs));
    return () => clearTimeout(timer);
  },
};

/** Runs an action after this much time of the machine: for things outside the simulated world. */
export const afterMachineTime = (delayMs: number, action: () => void): Cancel => {
  const timer = setTimeout(action, delayMs);
  timer.unref();
  return () => clearTimeout(timer);
};

/** Begins to measure: what it returns gives the whole milliseconds since then. */
export const stopwatch = (): (() => number) => {
  const begunMs = performance.now();
  return () => Math.round(performance.now() - begunMs);
};

/** Resolves after this much time of the machine, and keeps no process alive. */
export const machineSleep = (delayMs: number): Promise<void> =>
  new Promise((resolve) => {
    afterMachineTime(delayMs, resolve);
  });

/** Waits for work that does not fail, but no longer than this, in milliseconds of the machine. */
export const within = async (patienceMs: number, work: Promise<unknown>): Promise<void> => {
  let cancel: Cancel = () => {};
  const late = new Promise<void>((resolve) => {
    cancel = afterMachineTime(patienceMs, resolve);
  });
  await Promise.race([work, late]);
  cancel();
};

/** How long work may keep the event loop to itself, in milliseconds of the machine. */
const longestStretchMs = 20;

/** The event loop is one for the whole process, and so are its turns: each of them goes to one of all works that wait. */
const createTurns = () => {
  const waiting: (() => void)[] = [];
  let endsMs = 0;
  const next = (): void => {
    endsMs = performance.now() + longestStretchMs;
    waiting.shift()?.();
    if (waiting.length > 0) setImmediate(next);
  };
  return (): Promise<void> | undefined =>
    performance.now() < endsMs
      ? undefined
      : new Promise((resolve) => {
          if (waiting.push(resolve) === 1) setImmediate(next);
        });
};

/**
 * To be awaited between the parts of long work: lets everything else run once the work has had the event loop for
 * `longestStretchMs`.
 */
export const giveWay = createTurns();
