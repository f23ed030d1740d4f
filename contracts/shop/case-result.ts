/** The result of one case. */
export interface CaseResult {
  readonly id: string;
  /** A sentence that holds for a right shop. */
  readonly title: string;
  readonly outcome: 'holds' | 'fails' | 'not tried';
  /** Why it fails or was not tried. */
  readonly reason?: string;
  /** What a shop suffers that fails. */
  readonly harm: string;
  /** What was sent, and what the shop answered. */
  readonly details: readonly string[];
}

/** The results of one shop. */
export interface ShopResult {
  /** The address for callbacks. */
  readonly callbackUrl: string;
  readonly cases: readonly CaseResult[];
}

/** A shop does not do what a case expects. */
export class CaseFailed extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CaseFailed';
  }
}

/** A case makes no sense for this shop. */
export class CaseNotTried extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CaseNotTried';
  }
}
