import { z } from 'zod';
import { longestDurationMs } from '../domain/errors/move-refused.ts';
import { meantTime } from '../text/duration.ts';

const unitsMs: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const duration = /^(?:\d{1,9}(?:ms|s|m|h|d))+$/;
const milliseconds = (text: string): number =>
  [...text.matchAll(/(\d+)(ms|s|m|h|d)/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * (unitsMs[unit ?? ''] ?? 0),
    0,
  );

/** `20m`, `1h30m`, or milliseconds; returned in milliseconds. `longest`: the limit in words. */
export const durationUpTo = (longestMs: number, longest: string) => {
  const expected = `expected a time such as 20m, 1h30m or 500ms, or a number of milliseconds, at most ${longest}`;
  const error = ({ input }: { readonly input?: unknown }): string => {
    const meant = meantTime(input, longestMs);
    return `${expected}${meant === undefined ? '' : `; did you mean ${meant}?`}`;
  };
  return z
    .union([z.int().min(0).max(longestMs), z.string().regex(duration, { error })], { error })
    .transform((value) => (typeof value === 'number' ? value : milliseconds(value)))
    .refine((ms) => ms <= longestMs, { error: expected });
};

export const durationField = durationUpTo(longestDurationMs, 'a hundred years');
