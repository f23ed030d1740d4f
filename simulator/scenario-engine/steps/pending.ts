import { type Duration, durationSchema, inUnits, milliseconds } from '../definition/duration.ts';
import type { Step } from './step.ts';

const longestMs = 30 * 86_400_000;

/** `pending: 10m`; a bare number is milliseconds. */
export const pending: Step<Duration> = {
  schema: (z) =>
    durationSchema(z, longestMs, 'a time such as 10m, 2h or 3d, at most 30 days').describe(
      "The bank leaves its decision open: the payer goes back to the shop, and the order is at 7 until this time of the merchant's clock is over. Then the verdict of the same entry holds.",
    ),
  read: (setting) => {
    const pendingMs = milliseconds(setting);
    return { plan: { pendingMs }, sentence: `leaves it open for ${inUnits(pendingMs)}` };
  },
};
