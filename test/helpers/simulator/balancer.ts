import { once } from 'node:events';
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ExecutionContext } from 'ava';

/** A balancer before several gateways: each request goes to the next one, and says for which host it was. */
export interface Balancer {
  readonly url: string;
  /** Takes the place of those before. */
  use(origins: readonly string[]): void;
  /** How many requests each has had. */
  readonly counts: ReadonlyMap<string, number>;
}

export const balancerFor = async (t: Pick<ExecutionContext, 'teardown'>): Promise<Balancer> => {
  let origins: readonly string[] = [];
  let next = 0;
  const counts = new Map<string, number>();
  const server = createServer({ keepAliveTimeout: 0 }, (request, response) => {
    const origin = origins[next++ % origins.length] ?? '';
    counts.set(origin, (counts.get(origin) ?? 0) + 1);
    forward(origin, request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.teardown(() => {
    server.close();
    server.closeAllConnections();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    use: (all) => {
      origins = all;
    },
    counts,
  };
};

/** Sends a request on as it is; where nobody answers the connection ends. */
const forward = (origin: string, request: IncomingMessage, response: ServerResponse): void => {
  const { method, url: path, headers } = request;
  const { hostname, port } = new URL(origin);
  const sent = httpRequest({ hostname, port, method, path, headers, agent: false }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
    answer.pipe(response);
  });
  sent.on('error', () => response.destroy());
  response.on('close', () => sent.destroy());
  request.pipe(sent);
};
