import type { ZodType } from 'zod';
import type { Fault } from '../../../domain/fault.ts';
import type { Zod } from '../step.ts';

/** What one key of a gateway step asks for. */
export interface FaultReading {
  readonly fault: Fault;
  /** Goes on after "the gateway ...". */
  readonly sentence: string;
}

/** One key under `do` of a gateway step. */
export interface FaultStep<Setting> {
  readonly schema: (z: Zod) => ZodType<Setting>;
  readonly read: (setting: Setting) => FaultReading;
}
