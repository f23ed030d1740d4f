import type { IncomingMessage } from 'node:http';
import type { AnswerFault, CallHint, TakenParameters } from '../store/journal/exchange.ts';
import type { Parameters } from './read/parameters.ts';

/** A request that is not answered yet. */
export interface OpenRequest {
  readonly request: IncomingMessage;
  readonly method: string;
  /** Without the query and without doubled slashes. */
  readonly path: string;
  readonly record: RequestRecord;
}

/** The facts of a request for journal and log, filled in while it is answered. */
export interface RequestRecord {
  /** Login; empty as long as no merchant is known. */
  merchant: string;
  /** The login of the merchant that the call names, if it was not accepted as this merchant's. */
  namedLogin?: string;
  parameters: Parameters;
  /** Milliseconds since 1970 by the merchant's clock, or by the process's as long as no merchant is known. */
  atMs: number;
  /** The call was not carried out. */
  isRefused?: true;
  /** The fault of its answer. */
  fault?: AnswerFault;
  takes?: TakenParameters;
  hint?: CallHint;
}
