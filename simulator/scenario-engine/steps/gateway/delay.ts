import { type Duration, durationSchema, inUnits, milliseconds } from '../../definition/duration.ts';
import type { FaultStep } from './fault-step.ts';

const expected = 'a time such as 200ms or 2s, at most 10 minutes, or a range { from, to } of them';

type Setting = Duration | { readonly from: Duration; readonly to: Duration };

/** `delay: 2s`, or `delay: { from: 1s, to: 3s }`, where the ids of the merchant choose. */
export const delay: FaultStep<Setting> = {
  schema: (z) => {
    const time = durationSchema(z, 600_000, expected);
    const range = z
      .strictObject({ from: time, to: time }, { error: expected })
      .refine(({ from, to }) => milliseconds(from) <= milliseconds(to), { error: expected });
    return z
      .union([time, range], { error: expected })
      .describe("The work is done at once, and the answer comes after this time of the merchant's clock.");
  },
  read: (setting) => {
    const [from, to] = typeof setting === 'object' ? [setting.from, setting.to] : [setting, setting];
    const delayOf = { fromMs: milliseconds(from), toMs: milliseconds(to) };
    const told =
      delayOf.fromMs === delayOf.toMs
        ? inUnits(delayOf.fromMs)
        : `from ${inUnits(delayOf.fromMs)} to ${inUnits(delayOf.toMs)}`;
    return { fault: { delay: delayOf }, sentence: `answers after ${told}` };
  },
};
