import type { ParameterTable } from '../../data/parameter-table.ts';

/** The part of the gateway that a request went to. */
export type Surface = 'api' | 'page' | 'acs' | 'inbox';

/** A fault that a scenario gave to an answer. */
export interface AnswerFault {
  readonly scenario: string;
  /** Its index in `gateway` of the scenario. */
  readonly step: number;
  /** The words after "the gateway ...". */
  readonly sentence: string;
}

/** The break that changed a call, or its answer. */
export interface AnswerBreak {
  readonly id: string;
  /** The words after "the gateway ...". */
  readonly sentence: string;
}

/** Why a call was refused, if the answer does not tell it: the login or the order that was named. */
export interface CallHint {
  readonly kind: 'wrong-password' | 'unknown-login' | 'no-permission' | 'number-as-id';
  readonly word: string;
}

/** The parameters that an endpoint takes, and whether as JSON. */
export interface TakenParameters {
  readonly parameters: ParameterTable;
  readonly body?: 'json';
}

/** One request with its answer, before it is masked. */
export interface Exchange {
  readonly atMs: number;
  readonly tookMs: number;
  /** Login; empty if no merchant is known. */
  readonly merchant: string;
  /** The login of the merchant that a call named, if it was not accepted as this merchant's. */
  readonly namedLogin?: string | undefined;
  readonly surface: Surface;
  readonly method: string;
  /** Without the query; it must be no part of a longer text. */
  readonly path: string;
  readonly parameters: Readonly<Record<string, string | readonly string[]>>;
  readonly httpStatus: number;
  readonly contentType: string;
  readonly answer: string;
  /** The gateway did not carry the call out, and said so. A declined payment is no such call. */
  readonly isRefused?: true | undefined;
  readonly fault?: AnswerFault | undefined;
  readonly brokenBy?: AnswerBreak | undefined;
  /** The same object for all calls of an endpoint. */
  readonly takes?: TakenParameters | undefined;
  readonly hint?: CallHint | undefined;
}

/** One request with its answer, without secrets. Each text is a copy, so that it holds no request in memory. */
export interface JournalEntry extends Omit<Exchange, 'parameters'> {
  /** Counts all requests, from 1. */
  readonly number: number;
  /** JSON: names to values. */
  readonly parametersJson: string;
}
