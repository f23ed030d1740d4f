import type { ServerResponse } from 'node:http';
import { Refused } from '../../domain/refused.ts';
import type { Log } from '../../runtime/log.ts';
import { StoreUnavailable } from '../../store/store-error.ts';

interface Fault extends NodeJS.ErrnoException {
  readonly status?: number;
  /** Whether the client may read the message. */
  readonly expose?: boolean;
}

/** Errors of a connection that the other side closed in the middle. */
const clientWentAway: ReadonlySet<string | undefined> = new Set([
  'ECONNRESET',
  'EPIPE',
  'ECONNABORTED',
  'ERR_STREAM_PREMATURE_CLOSE',
]);

/** Writes a line about a request that could not be answered: a bug, or something of the client's. */
export const reportFault = (log: Log, error: unknown, requestId: string): void => {
  const { expose, code } = error as Fault;
  const facts = { requestId, err: error };
  if (expose || clientWentAway.has(code)) log.info(facts, 'a request that cannot be served');
  else log.error(facts, 'a bug');
};

/** Answers such a request: what the client may know, else HTTP 500, and the id of its line in the log. */
export const sendFault = (response: ServerResponse, error: unknown, requestId: string): void => {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  const { status = 500, expose, message } = error as Fault;
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'X-Request-Id': requestId });
  response.end(expose ? message : 'Internal Server Error');
};

/** Writes a line where an error says that the store keeps and reads nothing at the moment; whether it does. */
export const logUnavailable = (log: Log, error: unknown): boolean => {
  if (!(error instanceof StoreUnavailable)) return false;
  log.error({ err: error }, 'the store cannot be used at the moment');
  return true;
};

/** What the gateway answers with a code: its own no, and a store that keeps nothing at the moment. Undefined for a bug. */
export const asRefused = (log: Log, error: unknown): Refused | undefined => {
  if (error instanceof Refused) return error;
  return logUnavailable(log, error) ? new Refused('system-error') : undefined;
};
