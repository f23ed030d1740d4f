import type { ZodType } from 'zod';
import type { Zod } from '../step.ts';
import { beforeRedirect } from './before-redirect.ts';
import type { CallbackReading } from './callback-step.ts';
import { delay } from './delay.ts';
import { fails } from './fails.ts';
import { fields } from './fields.ts';
import { lost } from './lost.ts';
import { outOfOrder } from './out-of-order.ts';
import { repeat } from './repeat.ts';
import { wrongChecksum } from './wrong-checksum.ts';

/** Every key that `do` of a step about callbacks may have, in the order in which its sentences are told. */
export const callbackSteps = {
  lost,
  delay,
  outOfOrder,
  beforeRedirect,
  fails,
  repeat,
  fields,
  wrongChecksum,
} as const satisfies Readonly<
  Record<string, { readonly schema: (z: Zod) => ZodType; readonly read: (setting: never) => CallbackReading }>
>;
