import { z } from 'zod';
import type { MaskedCard } from '../../domain/card.ts';
import { longestDurationMs } from '../../domain/errors/move-refused.ts';
import type { AttemptPlan, CardPlan, ThreeDsRoute } from '../../domain/orders/attempt-plan.ts';

/** An object with exactly the fields of a type; the compiler refuses a missing one. */
export const whole =
  <Thing>() =>
  <Shape extends Readonly<Record<keyof Required<Thing>, z.ZodType>>>(shape: Shape) =>
    z.strictObject(shape);

/** A thing without its merchant, which follows from the document. */
export type OwnFields<Thing> = Omit<Thing, 'merchant'>;

export const id = z.string().min(1).max(255);
export const version = z.int().min(1);
export const minor = z.int().min(0).describe('Minor units.');
/** The last date of JavaScript: later than a clock can be moved, since work may be planned for then. Source: ECMAScript, time values. */
const latestMs = 8_640_000_000_000_000;
export const momentMs = z.number().min(0).max(latestMs).describe('Milliseconds since 1970.');
export const durationMs = z.number().min(0).max(longestDurationMs).describe('Milliseconds.');
export const texts = z.record(z.string(), z.string());
export const anything = z.record(z.string(), z.unknown());

const routes = [
  'none',
  'frictionless',
  'attempt',
  'challenge',
  'unavailable',
] as const satisfies readonly ThreeDsRoute[];

export const maskedCard: z.ZodType<MaskedCard> = whole<MaskedCard>()({
  maskedPan: z.string().regex(/^\d{4,6}\*\*\d{4}$/, { error: 'expected a masked number: 411111**1111' }),
  expiry: z.string().regex(/^\d{6}$/, { error: 'expected YYYYMM' }),
  holder: z.string(),
  brand: z.enum(['VISA', 'MASTERCARD', 'AMEX', 'JCB', 'CUP', 'MIR', 'MAESTRO', 'UNDEFINED']),
});

type RoutedPlan = AttemptPlan & { readonly route: ThreeDsRoute };

export const route: z.ZodType<ThreeDsRoute> = z.enum(routes);

export const attemptPlan: z.ZodType<RoutedPlan> = whole<RoutedPlan>()({
  route,
  challengeEnd: z.enum(['payer', 'passed', 'failed', 'cancelled', 'timed-out', 'abandoned']).exactOptional(),
  verdict: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('approve'), approvedMinor: minor.exactOptional() }),
      z.strictObject({ kind: z.literal('decline'), actionCode: z.int() }),
    ])
    .exactOptional(),
  failsWith: z.int().exactOptional(),
  delayMs: durationMs.exactOptional(),
  pendingMs: durationMs.exactOptional(),
});

export const cardPlan: z.ZodType<CardPlan> = whole<CardPlan>()({
  plan: attemptPlan,
  known: z.boolean(),
  because: z.string(),
});
