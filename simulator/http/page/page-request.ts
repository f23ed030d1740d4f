import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Context } from '../../context.ts';
import type { Fault } from '../../domain/fault.ts';
import { countRequest } from '../../runtime/metrics.ts';
import { reportFault, sendFault } from '../call/fault.ts';
import { sendFaulty } from '../call/send-fault.ts';

/** What a page's handler sees of a request, and what it says in answer. Koa's context is one. */
export interface Visit {
  readonly req: IncomingMessage;
  readonly path: string;
  readonly method: string;
  status: number;
  body: unknown;
  set(header: string, value: string): void;
}

/** Answers one request by a page without Koa, which would take as much time as the page itself. */
export const answerPlainly = async (
  { log, metrics, requestIdOf }: Pick<Context, 'log' | 'metrics' | 'requestIdOf'>,
  makePage: (visit: Visit) => Promise<Fault | undefined>,
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
    const fault = await makePage(visit);
    const text = String(visit.body);
    if (fault) return await sendFaulty(response, { status: visit.status, headers, body: text }, fault);
    const isAscii = !/[^\0-\x7f]/.test(text);
    headers['Content-Length'] = isAscii ? text.length : Buffer.byteLength(text);
    response.writeHead(visit.status, headers);
    response.end(text, isAscii ? 'latin1' : 'utf8');
  } catch (error) {
    reportFault(log, error, requestIdOf(request));
    sendFault(response, error, requestIdOf(request));
  } finally {
    countRequest(metrics.requests('page'), response.statusCode);
  }
};
