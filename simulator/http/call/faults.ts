import type { Fault } from '../../domain/fault.ts';
import type { Merchant } from '../../domain/merchant.ts';

/** A call that something may go wrong with. */
export interface FaultyCall {
  /** As scenarios call it: `register`, `google/payment`. */
  readonly on: string;
  readonly merchant?: Merchant | undefined;
  /** Which of the parameters that ask for a scenario it can have. */
  readonly asking: readonly string[];
  readonly read: (parameter: string) => string | undefined;
}

/** What goes wrong with a call, if anything. Undefined at once where no loaded scenario speaks of this endpoint. */
export type FindFault = (call: FaultyCall) => Promise<Fault | undefined> | undefined;
