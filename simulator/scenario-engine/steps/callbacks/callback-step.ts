import type { ZodType } from 'zod';
import type { CallbackFault } from '../../../domain/callback-fault.ts';
import type { Zod } from '../step.ts';

/** What one key of a step about callbacks asks for. */
export interface CallbackReading {
  readonly fault: CallbackFault;
  /** Goes on after "the callback ...". */
  readonly sentence: string;
}

/** One key under `do` of a step about callbacks. */
export interface CallbackStepKey<Setting> {
  readonly schema: (z: Zod) => ZodType<Setting>;
  readonly read: (setting: Setting) => CallbackReading;
}
