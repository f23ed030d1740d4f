/** How a card is authenticated before it is authorised. `unavailable`: the issuer's 3-D Secure cannot be reached. */
export type ThreeDsRoute = 'none' | 'frictionless' | 'attempt' | 'challenge' | 'unavailable';

/** Who ends a challenge: the payer's own answer, or the scenario whatever the payer answers. */
export type ChallengeEnd = 'payer' | 'passed' | 'failed' | 'cancelled' | 'timed-out' | 'abandoned';

/** What the issuer says to the authorisation request. `approvedMinor` below the amount is a partial approval. */
export type Verdict =
  | { readonly kind: 'approve'; readonly approvedMinor?: number }
  | { readonly kind: 'decline'; readonly actionCode: number };

/** What one payment attempt is going to meet; plain data, so that a scenario file, a card number and the sandbox panel can all say it. */
export interface AttemptPlan {
  /** Absent: whatever the card number itself asks for. */
  readonly route?: ThreeDsRoute;
  readonly challengeEnd?: ChallengeEnd;
  readonly verdict?: Verdict;
  /** Action code of a 3-D Secure that does not pass, where it is another than the usual one. */
  readonly failsWith?: number;
  /** How long the bank thinks before it answers. */
  readonly delayMs?: number;
  /** How long after it was asked the bank leaves open what it decides; the payer does not wait for that. */
  readonly pendingMs?: number;
}

/** What a card itself makes happen, and why. */
export interface CardPlan {
  readonly plan: AttemptPlan & { readonly route: ThreeDsRoute };
  /** Whether the issuer knows this card; an unknown one is simply approved. */
  readonly known: boolean;
  readonly because: string;
}

/** One line of the answer to "why did this happen?": who was asked, what it said, and because of what. */
export interface Explanation {
  readonly decider: string;
  readonly decided: boolean;
  readonly because: string;
}
