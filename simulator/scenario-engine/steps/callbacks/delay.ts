import { type Duration, durationSchema, inUnits, milliseconds } from '../../definition/duration.ts';
import type { CallbackStepKey } from './callback-step.ts';

const longestMs = 30 * 86_400_000;

/** `delay: 30s` */
export const delay: CallbackStepKey<Duration> = {
  schema: (z) =>
    durationSchema(z, longestMs, 'a time such as 30s, 5m or 2h, at most 30 days').describe(
      "It is sent after this time of the merchant's clock, and later callbacks of the order wait for it.",
    ),
  read: (setting) => {
    const delayMs = milliseconds(setting);
    return { fault: { delayMs }, sentence: `comes ${inUnits(delayMs)} late` };
  },
};
