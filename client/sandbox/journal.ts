import type { Schemas } from './control-api.ts';

/** Which requests to list; what is left out does not matter. */
export interface JournalFilter {
  /** Only calls of this endpoint: `refund.do`, `rest/refund.do`, or the whole path. */
  readonly path?: string;
  /** Only what is about this order: its orderId or its order number. */
  readonly order?: string;
  /** Only calls by this method: `POST`. */
  readonly method?: string;
  /** Only what was answered with this HTTP status. */
  readonly httpStatus?: number;
  /** Only calls with this parameter. Card numbers are compared as the journal keeps them, masked. */
  readonly parameter?: { readonly name: string; readonly value: string };
  /** Only entries with a higher number. */
  readonly since?: number;
  /** Only entries up to this number. */
  readonly until?: number;
  /** At most so many: the first ones after `since`, or the last ones without it. */
  readonly limit?: number;
}

/** One request of a merchant with its answer, without card numbers, security codes and passwords. */
export type JournalEntry = Schemas['JournalEntry'];

export interface Journal {
  /** False where JOURNAL_SIZE is 0: then nothing is kept. */
  readonly isOn: boolean;
  /** How many older entries of the merchant are gone: they made room for newer ones, or became too old. */
  readonly dropped: number;
  /** Oldest first. */
  readonly entries: readonly JournalEntry[];
}

/** The filter as the query of a call. */
export const journalQuery = ({ parameter, ...others }: JournalFilter) => ({
  ...others,
  parameter: parameter && `${parameter.name}=${parameter.value}`,
});
