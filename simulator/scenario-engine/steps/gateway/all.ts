import type { ZodType } from 'zod';
import type { Zod } from '../step.ts';
import { contentType } from './content-type.ts';
import { delay } from './delay.ts';
import { drip } from './drip.ts';
import { drop } from './drop.ts';
import { empty } from './empty.ts';
import { errorCode } from './error-code.ts';
import type { FaultReading } from './fault-step.ts';
import { httpStatus } from './http-status.ts';
import { malformed } from './malformed.ts';
import { truncated } from './truncated.ts';

/** Every key that `do` of a gateway step may have, in the order in which its sentences are told. */
export const faultSteps = {
  delay,
  errorCode,
  httpStatus,
  malformed,
  truncated,
  empty,
  drop,
  contentType,
  drip,
} as const satisfies Readonly<
  Record<string, { readonly schema: (z: Zod) => ZodType; readonly read: (setting: never) => FaultReading }>
>;

export type FaultStepName = keyof typeof faultSteps;
