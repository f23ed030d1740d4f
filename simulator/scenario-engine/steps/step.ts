import type { ZodType } from 'zod';
import type { AttemptPlan } from '../../domain/attempt-plan.ts';

/** The schema library, handed in so that a step's plan can be had without loading it. */
export type Zod = typeof import('zod');

/** What one key of an attempt asks for. */
export interface StepReading {
  readonly plan: AttemptPlan;
  /** Goes on after "the bank ...". */
  readonly sentence: string;
  /** The attempt ends in 3-D Secure, so that the bank is never asked. */
  readonly endsInThreeDs?: boolean;
}

/** One key of an attempt: how its setting is checked, and what it means. */
export interface Step<Setting> {
  /** The schema's own error text says what is expected: `expected ..., got ...`. */
  readonly schema: (z: Zod) => ZodType<Setting>;
  readonly read: (setting: Setting) => StepReading;
}

/** A step in the registry, where its setting is no longer known. */
export interface AnyStep {
  readonly schema: (z: Zod) => ZodType;
  readonly read: (setting: never) => StepReading;
}
