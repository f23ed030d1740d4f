import { type Duration, durationSchema, inUnits, milliseconds } from '../definition/duration.ts';
import type { Step } from './step.ts';

const longestMs = 600_000;

/** `delay: 200ms`; a bare number is milliseconds. */
export const delay: Step<Duration> = {
  schema: (z) =>
    durationSchema(z, longestMs, 'a time such as 200ms, 2s or 1m, at most 10 minutes').describe(
      'How long the bank thinks before it answers: 200ms, 2s, 1m, or a number of milliseconds.',
    ),
  read: (setting) => {
    const delayMs = milliseconds(setting);
    return { plan: { delayMs }, sentence: `thinks for ${inUnits(delayMs)}` };
  },
};
