/** Which requests to list. */
export interface JournalFilter {
  /** Only what ends with this: `refund.do`. */
  readonly path?: string;
  /** Only entries with a higher number. */
  readonly since?: number;
}

/** One request of a merchant with its answer, without card numbers, security codes and passwords. */
export interface JournalEntry {
  /** Counts the requests of all merchants, from 1. */
  readonly number: number;
  /** ISO 8601, by the merchant's clock. */
  readonly at: string;
  readonly tookMs: number;
  readonly surface: 'api' | 'page' | 'acs';
  readonly method: string;
  readonly path: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly httpStatus: number;
  readonly contentType: string;
  /** As it was sent; of a page only where it redirects to. */
  readonly answer: string;
}

export interface Journal {
  /** False where JOURNAL_SIZE is 0: then nothing is kept. */
  readonly isOn: boolean;
  /** How many entries made room for newer ones. */
  readonly dropped: number;
  /** Oldest first. */
  readonly entries: readonly JournalEntry[];
}
