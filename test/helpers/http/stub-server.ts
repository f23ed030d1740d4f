import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ExecutionContext } from 'ava';
import { takeTurns } from '../ava/take-turns.ts';

/** A request as the stub saw it; the form is what stood in the body. */
export interface StubRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly form: URLSearchParams;
  readonly body: string;
  readonly headers: IncomingMessage['headers'];
}

/** What the stub answers: a status with a body (an object goes out as JSON), nothing at all, or a broken connection. */
export type StubReply =
  | 'hang'
  | 'drop'
  | {
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string | object;
    };

export interface StubServer {
  /** `http://127.0.0.1:port`, without a slash at the end. */
  readonly origin: string;
  /** All requests so far, oldest first. */
  readonly received: readonly StubRequest[];
  readonly stop: () => Promise<void>;
}

/** An HTTP server on a free port that answers as the test says; it stops with the test. */
export const stubServer = async (
  t: Pick<ExecutionContext, 'teardown'>,
  answer: (request: StubRequest, count: number) => StubReply | Promise<StubReply>,
): Promise<StubServer> => {
  await takeTurns(t);
  const received: StubRequest[] = [];
  const server = createServer({ keepAliveTimeout: 0 }, async (request, response) => {
    const seen = await readRequest(request);
    received.push(seen);
    reply(response, await answer(seen, received.length));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });

  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  t.teardown(stop);
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received, stop };
};

const readRequest = async (request: IncomingMessage): Promise<StubRequest> => {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += chunk;
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://stub');
  const { method = 'GET', headers } = request;
  return { method, path: pathname, query: searchParams, form: new URLSearchParams(body), body, headers };
};

const reply = (response: ServerResponse, wanted: StubReply): void => {
  if (wanted === 'hang') return;
  if (wanted === 'drop') {
    response.destroy();
    return;
  }
  const { status = 200, headers = {}, body = '' } = wanted;
  const isText = typeof body === 'string';
  response.writeHead(status, { 'content-type': isText ? 'text/html; charset=utf-8' : 'application/json', ...headers });
  response.end(isText ? body : JSON.stringify(body));
};
