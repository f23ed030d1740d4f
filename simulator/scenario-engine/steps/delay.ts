import type { Step } from '../step.ts';

const expected = 'a time such as 200ms, 2s or 1m, at most 10 minutes';
const longestMs = 600_000;
const unitMs: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000 };

/** `delay: 200ms`; a bare number is milliseconds. */
export const delay: Step<string | number> = {
  schema: (z) =>
    z
      .union(
        [
          z.int({ error: expected }).min(0, { error: expected }).max(longestMs, { error: expected }),
          z
            .string({ error: expected })
            .regex(/^\d+(\.\d+)?(ms|s|m)$/, { error: expected })
            .refine((text) => !(milliseconds(text) > longestMs), { error: expected }),
        ],
        { error: expected },
      )
      .describe('How long the bank thinks before it answers: 200ms, 2s, 1m, or a number of milliseconds.'),
  read: (setting) => {
    const delayMs = milliseconds(setting);
    return { plan: { delayMs }, sentence: `thinks for ${inUnits(delayMs)}` };
  },
};

const milliseconds = (setting: string | number): number => {
  if (typeof setting === 'number') return setting;
  const unit = setting.replace(/^[\d.]+/, '');
  return Math.round(Number.parseFloat(setting) * (unitMs[unit] ?? Number.NaN));
};

const inUnits = (ms: number): string => {
  if (ms >= 60_000 && ms % 60_000 === 0) return `${ms / 60_000}m`;
  return ms >= 1_000 ? `${ms / 1_000}s` : `${ms}ms`;
};
