/** A pact to verify, and what a broker says of it. */
export interface PactSource {
  /** The file or the address, as the user gave it or as the broker names it. */
  readonly name: string;
  /** The JSON of the pact, in version 2, 3 or 4 of the format. */
  readonly pact: unknown;
  /** It was found in a folder, and not named itself: there it may be one with another provider. */
  readonly isOfFolder?: true;
  /** Absent for a file or a plain address. */
  readonly broker?: BrokerNotes;
}

export interface BrokerNotes {
  /** Its failures are printed, but they do not change the exit code. */
  readonly isPending: boolean;
  readonly isWip: boolean;
  /** Sentences that the broker wants to be printed before the verification. */
  readonly notices: readonly string[];
  /** Results are published at this address. */
  readonly resultsUrl: string;
}
