import type { ExecutionContext } from 'ava';

/** How many tests of one process do their work at the same time. */
const mostAtOnce = 6;

const waiting: (() => void)[] = [];
const running = new WeakSet<Pick<ExecutionContext, 'teardown'>>();
let free = mostAtOnce;

/**
 * Waits until few enough tests of this process are at work; the place is given back when the test ends. AVA starts all tests
 * of a process at once, and a hundred servers and their clients in one thread run into each other's connection timeouts.
 */
export const takeTurns = async (t: Pick<ExecutionContext, 'teardown'>): Promise<void> => {
  if (running.has(t)) return;
  running.add(t);
  if (free > 0) free--;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  t.teardown(() => {
    const next = waiting.shift();
    if (next) next();
    else free++;
  });
};

/** How many commands of one process run at the same time, beside the tests that have their turn. */
const mostCommands = 4;

const later: (() => void)[] = [];
let idle = mostCommands;

/** Runs work that ends by itself as soon as few enough others are at it: a hundred at once keep one another from their answers. */
export const inTurn = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  if (idle > 0) idle--;
  else await new Promise<void>((resolve) => later.push(resolve));
  try {
    return await work();
  } finally {
    const next = later.shift();
    if (next) next();
    else idle++;
  }
};
