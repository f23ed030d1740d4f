import type { ZodType } from 'zod';
import type { Zod } from '../step.ts';
import { capture } from './capture.ts';
import { chargeback } from './chargeback.ts';
import { expire } from './expire.ts';
import type { LaterReading } from './later-step.ts';
import { refund } from './refund.ts';
import { reverse } from './reverse.ts';

/** Every key that `do` of a later step may have: one of them. */
export const laterSteps = {
  expire,
  capture,
  reverse,
  refund,
  chargeback,
} as const satisfies Readonly<
  Record<string, { readonly schema: (z: Zod) => ZodType; readonly read: (setting: never) => LaterReading }>
>;
