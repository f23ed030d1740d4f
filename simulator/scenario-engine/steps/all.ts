import { approve } from './approve.ts';
import { attempt } from './attempt.ts';
import { challenge } from './challenge.ts';
import { decline } from './decline.ts';
import { delay } from './delay.ts';
import { frictionless } from './frictionless.ts';
import { partialApproval } from './partial-approval.ts';
import { pending } from './pending.ts';
import { softDecline } from './soft-decline.ts';
import type { AnyStep } from './step.ts';
import { withoutThreeDs } from './without-three-ds.ts';

/** Every key that an attempt may have, in the order in which its sentences are told. */
export const steps = {
  withoutThreeDs,
  frictionless,
  attempt,
  challenge,
  delay,
  pending,
  approve,
  partialApproval,
  decline,
  softDecline,
} as const satisfies Readonly<Record<string, AnyStep>>;

export type StepName = keyof typeof steps;
