import type { ZodType } from 'zod';
import type { Zod } from '../step.ts';

/** All of the money, or so much of it in minor units. */
export type AllOrAmount = true | number;

const expected = 'true for everything, or a whole number of minor units above 0';

export const allOrAmount = (z: Zod): ZodType<AllOrAmount> =>
  z.union([z.literal(true), z.int({ error: expected }).min(1, { error: expected })], { error: expected });

/** The amount that an act is about; absent where it is about everything. */
export const amountOf = (setting: AllOrAmount): { readonly amountMinor?: number } =>
  setting === true ? {} : { amountMinor: setting };

/** An amount as a sentence says it. */
export const amountInWords = (setting: AllOrAmount): string =>
  setting === true ? 'everything' : `${setting} minor units`;
