/** The time that this thread has used the processor; Node 22 knows only that of the process. */
const usage = (process.threadCpuUsage ?? process.cpuUsage).bind(process);

/**
 * Runs work, and returns with its result the longest stretch for which it kept the event loop to itself, in milliseconds
 * of processor time: other processes of a busy machine don't count.
 */
export const longestStretchOf = async <Result>(
  work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly longestMs: number }> => {
  let isOver = false;
  let longestMs = 0;
  let last = usage();
  const look = (): void => {
    const { user, system } = usage(last);
    last = usage();
    longestMs = Math.max(longestMs, (user + system) / 1_000);
    if (!isOver) setImmediate(look);
  };
  await new Promise<void>((resolve) => {
    setImmediate(() => {
      last = usage();
      resolve();
    });
  });
  setImmediate(look);
  try {
    return { result: await work(), longestMs };
  } finally {
    isOver = true;
  }
};
