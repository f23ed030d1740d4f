import { checkUse } from '../gateway/check-use.ts';
import { fields } from '../options/check.ts';
import { anyObject, text } from '../options/checks.ts';
import type { Schemas } from './control-api.ts';

/** The requests to list; absent fields match any. */
export interface JournalFilter {
  /** Only calls of this endpoint: `refund.do`, `rest/refund.do`, or the whole path. */
  readonly path?: string;
  /** Only those about the order with this orderId or order number. */
  readonly order?: string;
  /** Only calls by this method: `POST`. */
  readonly method?: string;
  /** `unknown`: instead of the calls of this merchant those of no known merchant, such as those with a wrong password. */
  readonly caller?: 'unknown';
  /** Only calls with this HTTP status in the answer. */
  readonly httpStatus?: number;
  /** Only calls with this `errorCode` in the answer. */
  readonly errorCode?: number;
  /** true: only calls that the gateway refused, false: only the others. A declined payment is not refused. */
  readonly refused?: boolean;
  /** Only calls with this parameter. Card numbers are compared as the journal keeps them, masked. */
  readonly parameter?: { readonly name: string; readonly value: string };
  /** Only entries with a higher number. */
  readonly since?: number;
  /** Only entries up to this number. */
  readonly until?: number;
  /** The largest number of results: the first ones after `since`, or the last ones without it. */
  readonly limit?: number;
}

/** One request of a merchant with its answer, without card numbers, security codes and passwords. */
export type JournalEntry = Schemas['JournalEntry'];

/** The kept requests of a merchant. */
export type Journal = Schemas['Order']['requests'];

type Parameter = NonNullable<JournalFilter['parameter']>;

const parameterCheck = fields<Parameter>({ needs: ['name', 'value'] })({ name: text, value: text });

/** The filter as the query of a call; the sandbox checks the rest of it. */
export const journalQuery = (call: string, filter: JournalFilter) => {
  checkUse(call, anyObject(), filter);
  const { parameter, refused, ...others } = filter;
  if (parameter !== undefined) checkUse(`${call}: parameter`, parameterCheck, parameter);
  return {
    ...others,
    refused: refused === undefined ? undefined : String(refused),
    parameter: parameter && `${parameter.name}=${parameter.value}`,
  };
};
