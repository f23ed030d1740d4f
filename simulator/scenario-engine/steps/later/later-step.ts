import type { ZodType } from 'zod';
import type { ActMoment, BankAct } from '../../../domain/bank-act.ts';
import type { Zod } from '../step.ts';

/** What one key of a later step asks for. */
export interface LaterReading {
  readonly planned: { readonly act: BankAct; readonly amountMinor?: number };
  /** What its time counts from where the step does not say. */
  readonly since: ActMoment;
  /** Goes on after "the bank ...". */
  readonly sentence: string;
}

/** One key under `do` of a later step. */
export interface LaterStepKey<Setting> {
  readonly schema: (z: Zod) => ZodType<Setting>;
  readonly read: (setting: Setting) => LaterReading;
}
