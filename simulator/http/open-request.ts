import type { IncomingMessage } from 'node:http';
import type { AnswerBreak, AnswerFault, CallHint, TakenParameters } from '../store/journal/exchange.ts';
import type { Parameters } from './read/parameters.ts';
import type { Reply } from './reply.ts';

/** A request that is not answered yet. */
export interface OpenRequest {
  readonly request: IncomingMessage;
  readonly method: string;
  /** Without the query and without doubled slashes. */
  readonly path: string;
  readonly record: RequestRecord;
  /** It stands for another one, whose caller is known: the gateway of its merchant is broken. */
  readonly isMisread?: true;
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
  /** Changes the answer, if the gateway of the merchant is broken. */
  change?: (reply: Reply) => Promise<Reply>;
  /** The break that has changed the call or its answer. */
  brokenBy?: AnswerBreak;
  takes?: TakenParameters;
  hint?: CallHint;
}
