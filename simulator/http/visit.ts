import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '../log.ts';
import { reportFault, sendFault } from './fault.ts';

/** What a page's handler sees of a request, and what it says in answer. Koa's context is one. */
export interface Visit {
  readonly req: IncomingMessage;
  readonly path: string;
  readonly method: string;
  status: number;
  body: unknown;
  set(header: string, value: string): void;
}

/** Answers one request by a page's handler without Koa, which would take as much time as the page itself. */
export const answerPlainly = async (
  { log }: { readonly log: Log },
  handle: (visit: Visit) => Promise<void>,
  [request, response]: readonly [IncomingMessage, ServerResponse],
  path: string,
): Promise<void> => {
  const headers: Record<string, string | number> = {};
  const visit: Visit = {
    req: request,
    path,
    method: request.method ?? '',
    status: 404,
    body: '',
    set: (header, value) => {
      headers[header] = value;
    },
  };
  try {
    await handle(visit);
    const text = String(visit.body);
    const isAscii = !/[^\0-\x7f]/.test(text);
    headers['Content-Length'] = isAscii ? text.length : Buffer.byteLength(text);
    response.writeHead(visit.status, headers);
    response.end(text, isAscii ? 'latin1' : 'utf8');
  } catch (error) {
    reportFault(log, error);
    sendFault(response, error);
  }
};
