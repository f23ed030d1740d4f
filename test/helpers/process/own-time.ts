import { performance } from 'node:perf_hooks';

/** The time that this thread has used the processor; Node 22 knows only that of the process. */
const usage = (process.threadCpuUsage ?? process.cpuUsage).bind(process);

/** How long this thread has used the processor, in milliseconds. */
export const processorMs = (): number => {
  const { user, system } = usage();
  return (user + system) / 1_000;
};

/**
 * How long this thread has worked, or had nothing to do, in milliseconds: on a machine without other work this runs like a
 * clock. Time in which other processes had the processor does not count.
 */
export const ownMs = (): number => processorMs() + performance.eventLoopUtilization().idle;
