import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Context } from '../context.ts';
import { Refused } from '../domain/refused.ts';
import { StoreUnavailable } from '../domain/store-error.ts';
import type { Log } from '../runtime/log.ts';

interface Failure extends NodeJS.ErrnoException {
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

/**
 * Answers a request that failed: what the client may know, else HTTP 500, with the id of the line that it writes to the
 * log: an error for a bug, information for a mistake of the client.
 */
export const answerError = (
  { log, requestIdOf }: Pick<Context, 'log' | 'requestIdOf'>,
  request: IncomingMessage,
  response: ServerResponse,
  error: unknown,
): void => {
  const { status = 500, expose, code, message } = error as Failure;
  const requestId = requestIdOf(request);
  const facts = { requestId, err: error };
  if (expose || clientWentAway.has(code)) log.info(facts, 'a request that cannot be served');
  else log.error(facts, 'a bug');
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'X-Request-Id': requestId });
  response.end(expose ? message : 'Internal Server Error');
};

/** Writes a line when an error says that the store is down; whether it does. */
export const logUnavailable = (log: Log, error: unknown): boolean => {
  if (!(error instanceof StoreUnavailable)) return false;
  log.error({ err: error }, 'the store cannot be used at the moment');
  return true;
};

/** The error as a refusal with a code: the gateway's own, or that the store is down. Undefined for a bug. */
export const asRefused = (log: Log, error: unknown): Refused | undefined => {
  if (error instanceof Refused) return error;
  return logUnavailable(log, error) ? new Refused('system-error') : undefined;
};
