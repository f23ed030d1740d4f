/** Stops a planned action; harmless when it has run already. */
export type Cancel = () => void;

export type Action = () => void | Promise<void>;

/** The only source of time. It runs with the clock below it, or stands still until it is moved. */
export interface Clock {
  /** Milliseconds since 1970, as whoever has this clock sees it. */
  now(): number;
  /** Whether it stands still. */
  isFrozen(): boolean;
  /** Runs an action when this much time of this clock has passed. */
  after(delayMs: number, action: Action): Cancel;
  /** Resolves when this much time of this clock has passed. */
  sleep(delayMs: number): Promise<void>;
  /** Moves the clock forward; what was planned for the time in between happens at its moment, in order, before this resolves. */
  advance(ms: number): Promise<void>;
  /** Moves the clock to a moment, as `advance` where that lies ahead; going back makes nothing happen. */
  set(ms: number): Promise<void>;
  /** Stops time, at once; resolves when whoever is told of it knows. */
  freeze(): Promise<void>;
  /** Lets time run on from where it stands, at once; resolves as `freeze`. */
  run(): Promise<void>;
  /** Stands from now on as the same clock elsewhere, where it was moved. What is late happens now; nobody is told. */
  follow(stand: { readonly nowMs: number; readonly isFrozen: boolean }): void;
  /** Runs an action now, in the background; `settled` waits for it. */
  start(action: Action): void;
  /** Resolves when no action that has begun is still running. */
  settled(): Promise<void>;
  /** Drops everything that is planned. */
  stop(): void;
}

/** What a clock runs with: the machine, or another clock. */
interface Ground {
  now(): number;
  /** Whether time here passes only by being moved. */
  isFrozen(): boolean;
  after(delayMs: number, action: Action): Cancel;
  /** Knows of work in the background; absent where nobody asks. */
  start?(action: Action): void;
}

interface Planned {
  readonly dueMs: number;
  readonly action: Action;
}

/** How long moving a clock waits for what has begun, in milliseconds of the machine: a shop that hangs does not stop time. */
export const mostWaitToMoveMs = 500;

/** Longest delay that setTimeout takes. */
const longestTimerMs = 2 ** 31 - 1;

const machine: Ground = {
  now: () => Date.now(),
  isFrozen: () => false,
  after: (delayMs, action) => {
    const timer = setTimeout(action, Math.min(delayMs, longestTimerMs));
    return () => clearTimeout(timer);
  },
};

export interface ClockOptions {
  /** It stands still at this moment; without, it runs. */
  readonly startMs?: number;
  /** The clock that it runs with; the machine's by default. */
  readonly ground?: Ground;
  /** Asked before it moves forward, so that everything is planned that may fall due. */
  readonly beforeMove?: () => Promise<void>;
  /** Told when it was moved, stopped or started. */
  readonly onMove?: (clock: Clock) => void | Promise<void>;
  /** Told once of an action that failed, which is tried again until it goes well. Without, the failure goes on to whoever runs it. */
  readonly onFailure?: (error: unknown) => void;
}

/** How long an action that failed waits before it is tried again, in milliseconds of the machine: longer each time. */
const firstPauseMs = 500;
const longestPauseMs = 60_000;

/** A clock. One above another runs and stands still with it, until it is moved or stopped itself. */
export const createClock = (options: ClockOptions = {}): Clock => {
  const { startMs, ground = machine, beforeMove, onMove = () => {}, onFailure } = options;
  let frozenMs = startMs;
  let offsetMs = 0;
  let planned: Planned[] = [];
  let disarm: Cancel | undefined;
  const running = new Set<Promise<void>>();
  let isStopped = false;

  const now = (): number => frozenMs ?? ground.now() + offsetMs;
  const isFrozen = (): boolean => frozenMs !== undefined || ground.isFrozen();

  const moveTo = (ms: number): void => {
    if (frozenMs !== undefined) frozenMs = ms;
    else offsetMs = ms - ground.now();
  };

  const run = async (item: Planned, failures = 0): Promise<void> => {
    const work = Promise.resolve().then(item.action);
    running.add(work);
    try {
      await work;
    } catch (error) {
      if (!onFailure) throw error;
      if (failures === 0) onFailure(error);
      const pauseMs = Math.min(firstPauseMs * 2 ** failures, longestPauseMs);
      afterMachineTime(pauseMs, () => {
        if (!isStopped) void run(item, failures + 1);
      });
    } finally {
      running.delete(work);
    }
  };

  const settled = async (): Promise<void> => {
    while (running.size > 0) await Promise.allSettled(running);
  };

  /** So that what has begun ends at its moment. */
  const almostSettled = async (): Promise<void> => {
    if (running.size === 0) return;
    let giveUp: Cancel = () => {};
    const patience = new Promise<void>((resolve) => {
      giveUp = afterMachineTime(mostWaitToMoveMs, resolve);
    });
    await Promise.race([settled(), patience]);
    giveUp();
  };

  const takeDue = (untilMs: number): Planned | undefined => {
    const first = planned[0];
    if (!first || first.dueMs > untilMs) return undefined;
    planned.shift();
    return first;
  };

  const arm = (): void => {
    disarm?.();
    disarm = undefined;
    const first = planned[0];
    if (!first || frozenMs !== undefined) return;
    disarm = ground.after(Math.max(first.dueMs - now(), 0), fire);
  };

  /** Where time runs by itself one action does not wait for another; where it is moved they come one by one. */
  const fire = async (): Promise<void> => {
    const works: Promise<void>[] = [];
    for (let item = takeDue(now()); item; item = takeDue(now())) {
      const work = run(item);
      if (isFrozen()) await work;
      else works.push(work);
    }
    arm();
    await Promise.all(works);
  };

  const after = (delayMs: number, action: Action): Cancel => {
    const item: Planned = { dueMs: now() + Math.max(delayMs, 0), action };
    const index = planned.findIndex((other) => other.dueMs > item.dueMs);
    planned.splice(index < 0 ? planned.length : index, 0, item);
    if (planned[0] === item) arm();
    return () => {
      planned = planned.filter((other) => other !== item);
    };
  };

  const advance = async (ms: number): Promise<void> => {
    const targetMs = now() + ms;
    if (beforeMove) await beforeMove();
    await almostSettled();
    for (let item = takeDue(targetMs); item; item = takeDue(targetMs)) {
      if (item.dueMs > now()) moveTo(item.dueMs);
      await run(item);
      await almostSettled();
    }
    if (targetMs > now()) moveTo(targetMs);
    arm();
    await onMove(clock);
  };

  const clock: Clock = {
    now,
    isFrozen,
    after,
    sleep: (delayMs) => new Promise((resolve) => after(delayMs, resolve)),
    advance,
    set: async (ms) => {
      if (ms >= now()) return advance(ms - now());
      moveTo(ms);
      arm();
      return onMove(clock);
    },
    freeze: async () => {
      frozenMs = now();
      arm();
      await onMove(clock);
    },
    run: async () => {
      if (frozenMs === undefined) return;
      offsetMs = frozenMs - ground.now();
      frozenMs = undefined;
      arm();
      await onMove(clock);
    },
    follow: (stand) => {
      frozenMs = stand.isFrozen ? stand.nowMs : undefined;
      offsetMs = stand.nowMs - ground.now();
      arm();
      void fire();
    },
    start: (action) => {
      const item = { dueMs: now(), action };
      if (ground.start) ground.start(() => run(item));
      else void run(item);
    },
    settled,
    stop: () => {
      isStopped = true;
      planned = [];
      disarm?.();
    },
  };
  return clock;
};

/** Runs an action after this much time of the machine, whatever any clock here says: for things outside the simulated world. */
export const afterMachineTime = (delayMs: number, action: () => void): Cancel => {
  const timer = setTimeout(action, delayMs);
  timer.unref();
  return () => clearTimeout(timer);
};

/** Resolves after this much time of the machine. */
export const sleepMachineTime = (delayMs: number): Promise<void> =>
  new Promise((resolve) => {
    afterMachineTime(delayMs, resolve);
  });
