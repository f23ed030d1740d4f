import { processorMs } from '../helpers/process/own-time.ts';

/** The longest stretch for which work kept the event loop to itself, and all of it, in milliseconds of processor time. */
export interface Stretches {
  readonly longestMs: number;
  readonly wholeMs: number;
}

/** Runs work, and returns with its result how long its stretches were: other processes of a busy machine don't count. */
export const longestStretchOf = async <Result>(
  work: () => Promise<Result>,
): Promise<Stretches & { readonly result: Result }> => {
  let isOver = false;
  let longestMs = 0;
  let last = processorMs();
  const look = (): void => {
    const now = processorMs();
    longestMs = Math.max(longestMs, now - last);
    last = now;
    if (!isOver) setImmediate(look);
  };
  await new Promise<void>((resolve) => {
    setImmediate(() => {
      last = processorMs();
      resolve();
    });
  });
  const began = last;
  setImmediate(look);
  try {
    const result = await work();
    // A stretch that ends with the work is not looked at before.
    look();
    return { result, longestMs, wholeMs: processorMs() - began };
  } finally {
    isOver = true;
  }
};
