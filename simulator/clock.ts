/** Stops a planned action; harmless when it has run already. */
export type Cancel = () => void;

/** The only source of time. It runs with the machine's clock, or stands still until it is moved. */
export interface Clock {
  /** Milliseconds since 1970, as this simulator sees it. */
  now(): number;
  /** Runs an action when this much time of this clock has passed. */
  after(delayMs: number, action: () => void | Promise<void>): Cancel;
  /** Resolves when this much time of this clock has passed. */
  sleep(delayMs: number): Promise<void>;
  /** Moves the clock forward; what was planned for the time in between happens at its moment, in order, before this resolves. */
  advance(ms: number): Promise<void>;
  /** Runs an action now, in the background; `settled` waits for it. */
  start(action: () => void | Promise<void>): void;
  /** Resolves when no action that has begun is still running. */
  settled(): Promise<void>;
  /** Drops everything that is planned. */
  stop(): void;
}

interface Planned {
  readonly dueMs: number;
  readonly action: () => void | Promise<void>;
}

/** Longest delay that setTimeout takes. */
const longestTimerMs = 2 ** 31 - 1;

/** A clock. With `startMs` it stands still at that moment; without, it runs from the machine's time. */
export const createClock = ({ startMs }: { startMs?: number } = {}): Clock => {
  let frozenMs = startMs;
  let offsetMs = 0;
  let planned: Planned[] = [];
  let timer: NodeJS.Timeout | undefined;
  const running = new Set<Promise<void>>();

  const now = (): number => frozenMs ?? Date.now() + offsetMs;

  const moveTo = (ms: number): void => {
    if (frozenMs !== undefined) frozenMs = Math.max(frozenMs, ms);
    else offsetMs = Math.max(offsetMs, ms - Date.now());
  };

  const run = async (item: Planned): Promise<void> => {
    const work = Promise.resolve().then(item.action);
    running.add(work);
    try {
      await work;
    } finally {
      running.delete(work);
    }
  };

  const takeDue = (untilMs: number): Planned | undefined => {
    const first = planned[0];
    if (!first || first.dueMs > untilMs) return undefined;
    planned.shift();
    return first;
  };

  const arm = (): void => {
    if (timer) clearTimeout(timer);
    timer = undefined;
    const first = planned[0];
    if (!first || frozenMs !== undefined) return;
    timer = setTimeout(fire, Math.min(Math.max(first.dueMs - now(), 0), longestTimerMs));
  };

  const fire = (): void => {
    for (let item = takeDue(now()); item; item = takeDue(now())) void run(item);
    arm();
  };

  const after = (delayMs: number, action: () => void | Promise<void>): Cancel => {
    const item: Planned = { dueMs: now() + Math.max(delayMs, 0), action };
    const index = planned.findIndex((other) => other.dueMs > item.dueMs);
    planned.splice(index < 0 ? planned.length : index, 0, item);
    if (planned[0] === item) arm();
    return () => {
      planned = planned.filter((other) => other !== item);
    };
  };

  return {
    now,
    after,
    sleep: (delayMs) => new Promise((resolve) => after(delayMs, resolve)),
    advance: async (ms) => {
      const targetMs = now() + ms;
      for (let item = takeDue(targetMs); item; item = takeDue(targetMs)) {
        moveTo(item.dueMs);
        await run(item);
      }
      moveTo(targetMs);
      arm();
    },
    start: (action) => void run({ dueMs: now(), action }),
    settled: async () => {
      while (running.size > 0) await Promise.allSettled(running);
    },
    stop: () => {
      planned = [];
      if (timer) clearTimeout(timer);
    },
  };
};

/** Runs an action after this much time of the machine, whatever any clock here says: for things outside the simulated world. */
export const afterMachineTime = (delayMs: number, action: () => void): Cancel => {
  const timer = setTimeout(action, delayMs);
  timer.unref();
  return () => clearTimeout(timer);
};
