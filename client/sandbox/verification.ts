import type { Schemas } from './control-api.ts';

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

/** A call and its number of repetitions. */
export interface CountedCall extends WantedCall {
  /** The exact number; 0: never. Excludes the other two. */
  readonly times?: number;
  /** Default 1, if neither `times` nor `atMost` is given. */
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

/** The expected calls of the shop. */
export type Verification = CountedCall | CallsInOrder;

/** The result of a verification: the calls that count, or those that come closest. */
export type VerificationResult = Schemas['VerificationAnswer'];

/** A difference between the call that was wanted and one that was made. */
export type CallDifference = VerificationResult['nearest'][number]['differences'][number];
