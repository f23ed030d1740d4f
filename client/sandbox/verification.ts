import type { JournalEntry } from './journal.ts';

/** The value of a parameter; or a regular expression that it matches; or null: the parameter is not sent. */
export type WantedValue = string | number | boolean | { readonly matches: string } | null;

/** A call that the shop is expected to have made. */
export interface WantedCall {
  /** The endpoint: `refund.do`, `rest/refund.do`, or the whole path. */
  readonly path: string;
  readonly method?: 'GET' | 'POST';
  /** Parameters that the call has; others do not matter. Card numbers compare only as the journal keeps them, masked. */
  readonly parameters?: Readonly<Record<string, WantedValue>>;
}

/** One call, made so and so often. */
export interface CountedCall extends WantedCall {
  /** Exactly so often; 0: never. Does not go with the other two. */
  readonly times?: number;
  /** Default 1, where neither `times` nor `atMost` is given. */
  readonly atLeast?: number;
  readonly atMost?: number;
  /** Only calls with a higher number in the journal count. */
  readonly since?: number;
}

/** Several calls, each after the one before it; others may lie in between. */
export interface CallsInOrder {
  readonly inOrder: readonly WantedCall[];
  /** Only calls with a higher number in the journal count. */
  readonly since?: number;
}

/** What the shop is expected to have called. */
export type Verification = CountedCall | CallsInOrder;

/** What differs between the call that was wanted and one that was made. */
export interface CallDifference {
  /** `method`, or `parameters.amount`. */
  readonly field: string;
  readonly expected: string;
  /** Absent where the call has no such parameter. */
  readonly actual?: string;
  /** The same as a sentence. */
  readonly says: string;
}

export interface VerificationResult {
  /** True only where it is certain. */
  readonly verified: boolean;
  /** How many calls were found that count. */
  readonly seen: number;
  /** What was asked for, in words. */
  readonly expected: string;
  /** Numbers of the calls that count, in the journal. */
  readonly matching: readonly number[];
  /** Where a call is missing: calls of the same endpoint that come closest, the closest first. */
  readonly nearest: readonly { readonly entry: JournalEntry; readonly differences: readonly CallDifference[] }[];
  /** Calls that might count are no longer in the journal: `verified: false` means that nobody knows. */
  readonly incomplete: boolean;
  /** What else one should know. */
  readonly notes: readonly string[];
}
