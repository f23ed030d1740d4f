import type { PactSource } from './pact-source.ts';

/** The result of one interaction at one bank. */
export interface InteractionResult {
  readonly description: string;
  /** The `_id` that a broker gives to an interaction. */
  readonly id?: string;
  /** The sentences of its states. */
  readonly states: readonly string[];
  /** `pending` is a failure that does not count. */
  readonly outcome: 'holds' | 'fails' | 'pending' | 'not tried';
  /** What differs; empty unless it fails or is pending. */
  readonly mismatches: readonly { readonly path: string; readonly says: string }[];
  /** Why it was not tried, in a sentence. */
  readonly reason?: string;
}

/** The results of a pact at one gateway. */
export interface PactResult {
  readonly source: PactSource;
  /** Name of the bank; absent for a gateway elsewhere. */
  readonly bank?: string;
  readonly interactions: readonly InteractionResult[];
}
