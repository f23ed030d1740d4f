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
