import { z } from 'zod';
import { meantTime } from '../../domain/duration.ts';
import { isMoment, lastMomentMs, longestDurationMs } from '../../domain/move-refused.ts';
import type { Clock } from '../../runtime/clock.ts';

export const clockAnswer = z
  .strictObject({ now: z.iso.datetime(), nowMs: z.number(), isFrozen: z.boolean() })
  .meta({ id: 'Clock' });

export const showClock = (clock: Clock): z.input<typeof clockAnswer> => ({
  now: new Date(clock.now()).toISOString(),
  nowMs: Math.round(clock.now()),
  isFrozen: clock.isFrozen(),
});

const unitsMs: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const duration = /^(?:\d{1,9}(?:ms|s|m|h|d))+$/;
const milliseconds = (text: string): number =>
  [...text.matchAll(/(\d+)(ms|s|m|h|d)/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * (unitsMs[unit ?? ''] ?? 0),
    0,
  );

const expectedDuration =
  'expected a time such as 20m, 1h30m or 500ms, or a number of milliseconds, at most a hundred years';

const wrongDuration = ({ input }: { readonly input?: unknown }): string => {
  const meant = meantTime(input, longestDurationMs);
  return `${expectedDuration}${meant === undefined ? '' : `; did you mean ${meant}?`}`;
};

/** `20m`, `1h30m`, or milliseconds; returned in milliseconds. */
export const durationField = z
  .union([z.int().min(0).max(longestDurationMs), z.string().regex(duration, { error: wrongDuration })], {
    error: wrongDuration,
  })
  .transform((value) => (typeof value === 'number' ? value : milliseconds(value)))
  .refine((ms) => ms <= longestDurationMs, { error: expectedDuration });

const expectedMoment = 'expected a time such as 2026-01-01T08:00:00Z, from 1970 to 9999, or milliseconds since 1970';

/** An ISO 8601 time, or milliseconds since 1970; returned in milliseconds. */
export const momentField = z
  .union([z.int().min(0).max(lastMomentMs), z.iso.datetime({ offset: true, error: expectedMoment })], {
    error: expectedMoment,
  })
  .transform((value) => (typeof value === 'number' ? value : Date.parse(value)))
  .refine(isMoment, { error: expectedMoment });
