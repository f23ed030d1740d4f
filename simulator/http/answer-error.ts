import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Context } from '../context.ts';
import { Refused } from '../domain/errors/refused.ts';
import { StoreUnavailable } from '../domain/errors/store-error.ts';
import type { Log } from '../runtime/log.ts';
import { safeHeaders } from './reply.ts';

interface Failure extends NodeJS.ErrnoException {
  readonly status?: number;
  /** Whether the client may read the message. */
  readonly expose?: boolean;
}

/** Errors of a connection that the client has closed. */
const clientWentAway: ReadonlySet<string | undefined> = new Set([
  'ECONNRESET',
  'EPIPE',
  'ECONNABORTED',
  'ERR_STREAM_PREMATURE_CLOSE',
]);

/**
 * Answers a failed request with a message that the client may read, else HTTP 500, and with the id of its line in the log:
 * an error for a bug, information for a mistake of the client.
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
  response.writeHead(status, {
    ...safeHeaders,
    'Content-Type': 'text/plain; charset=utf-8',
    'X-Request-Id': requestId,
  });
  response.end(expose ? message : 'Internal Server Error');
};

/** Logs that the store is down; returns whether the error says so. */
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
