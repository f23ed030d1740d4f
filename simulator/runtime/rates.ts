import { afterMachineTime, type Cancel } from './machine-time.ts';

/** What happened in one stretch of time. */
export interface Rate {
  readonly requests: number;
  readonly refusals: number;
  readonly payments: number;
  readonly callbacks: number;
}

/** The length of a stretch, in milliseconds of the machine. */
export const stretchMs = 10_000;

/** How many stretches are kept: the last ten minutes. */
export const mostStretches = 60;

/** Reads counters again and again, and keeps what came in each stretch. `read`: their sums since the start. */
export const createRates = (read: () => Rate, after = afterMachineTime) => {
  const stretches: Rate[] = [];
  let before = read();
  let cancel: Cancel;
  const end = (): void => {
    const now = read();
    const { requests, refusals, payments, callbacks } = before;
    const rate = {
      requests: now.requests - requests,
      refusals: now.refusals - refusals,
      payments: now.payments - payments,
      callbacks: now.callbacks - callbacks,
    };
    if (stretches.push(rate) > mostStretches) stretches.shift();
    before = now;
    cancel = after(stretchMs, end);
  };
  cancel = after(stretchMs, end);
  return {
    /** Oldest first; the one that is not over is left out. */
    read: (): readonly Rate[] => [...stretches],
    stop: (): void => cancel(),
  };
};
