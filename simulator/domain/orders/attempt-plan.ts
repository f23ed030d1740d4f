/** How a card is authenticated before it is authorised. `unavailable`: the issuer's 3-D Secure cannot be reached. */
export type ThreeDsRoute = 'none' | 'frictionless' | 'attempt' | 'challenge' | 'unavailable';

/** `payer`: as the payer answers; the others regardless of the answer. */
export type ChallengeEnd = 'payer' | 'passed' | 'failed' | 'cancelled' | 'timed-out' | 'abandoned';

/** The issuer's answer to the authorisation request. `approvedMinor` below the amount is a partial approval. */
export type Verdict =
  | { readonly kind: 'approve'; readonly approvedMinor?: number }
  | { readonly kind: 'decline'; readonly actionCode: number };

/** How one payment attempt is going to end: chosen by a scenario file, a card number or the sandbox panel. */
export interface AttemptPlan {
  /** Absent: as the card number asks. */
  readonly route?: ThreeDsRoute;
  readonly challengeEnd?: ChallengeEnd;
  readonly verdict?: Verdict;
  /** Action code of a failed 3-D Secure, if it is not the usual one. */
  readonly failsWith?: number;
  readonly delayMs?: number;
  /** How long the bank leaves its decision open; the payer does not wait for it. */
  readonly pendingMs?: number;
}

/** How the issuer treats a card, and why. */
export interface CardPlan {
  readonly plan: AttemptPlan & { readonly route: ThreeDsRoute };
  /** Whether the issuer knows this card; it approves an unknown one. */
  readonly known: boolean;
  readonly because: string;
}

/** One line of the reasons why an attempt ended as it did. */
export interface Explanation {
  readonly decider: string;
  readonly decided: boolean;
  readonly because: string;
}
