/** An answer of a gateway, without secrets: as files have it. */
export interface KeptAnswer {
  /** The id of the question. */
  readonly question: string;
  readonly httpStatus: number;
  /** Empty without one. */
  readonly contentType: string;
  readonly body: string;
}

/** What one side said to the questions of one run. */
export interface Round {
  readonly answers: readonly KeptAnswer[];
  /** Questions that could not be asked, with the question whose order they need. */
  readonly leftOut: readonly { readonly question: string; readonly needs: string }[];
  /** Calls that were made, and orders that were registered by them. */
  readonly calls: number;
  readonly orders: number;
}
