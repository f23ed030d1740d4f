import { z } from 'zod';
import type { MerchantContext } from '../../context.ts';
import { isMoment, lastMomentMs } from '../../domain/errors/move-refused.ts';
import { nextDue } from '../../inspection/orders/next-due.ts';
import { nextDueAnswer } from '../../inspection/orders/next-due-schema.ts';

export const clockAnswer = z
  .strictObject({
    now: z.iso.datetime(),
    nowMs: z.number(),
    isFrozen: z.boolean(),
    nextDue: nextDueAnswer
      .nullable()
      .describe('The next thing that time alone will do to the merchant; null if there is none.'),
  })
  .meta({ id: 'Clock' });

export const showClock = async (own: MerchantContext): Promise<z.input<typeof clockAnswer>> => {
  const { clock } = own;
  const due = await nextDue(own);
  return {
    now: new Date(clock.now()).toISOString(),
    nowMs: Math.round(clock.now()),
    isFrozen: clock.isFrozen(),
    nextDue: due ?? null,
  };
};

const expectedMoment = 'expected a time such as 2026-01-01T08:00:00Z, from 1970 to 9999, or milliseconds since 1970';

/** An ISO 8601 time, or milliseconds since 1970; returned in milliseconds. */
export const momentField = z
  .union([z.int().min(0).max(lastMomentMs), z.iso.datetime({ offset: true, error: expectedMoment })], {
    error: expectedMoment,
  })
  .transform((value) => (typeof value === 'number' ? value : Date.parse(value)))
  .refine(isMoment, { error: expectedMoment });
