import { once } from 'node:events';
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ExecutionContext } from 'ava';

/** A proxy that shows a gateway below a path, which it takes off. */
export interface PathProxy {
  /** The gateway's PUBLIC_URL, without a slash at the end. */
  readonly url: string;
  readonly path: string;
  /** The requests beside the path: links that lead out of it. */
  readonly strays: readonly string[];
  use(gatewayUrl: string): void;
}

export const pathProxyFor = async (t: Pick<ExecutionContext, 'teardown'>, path = '/tillbox'): Promise<PathProxy> => {
  let gateway = new URL('http://127.0.0.1');
  const strays: string[] = [];
  const server = createServer({ keepAliveTimeout: 0 }, (request, response) => {
    const { method, url = '', headers } = request;
    const isBelow = url === path || url.startsWith(`${path}/`) || url.startsWith(`${path}?`);
    if (!isBelow) {
      strays.push(`${method} ${url}`);
      response.writeHead(404).end();
      return;
    }
    const { hostname, port } = gateway;
    const inside = url.slice(path.length).replace(/^(?!\/)/, '/');
    const sent = httpRequest({ hostname, port, method, path: inside, headers, agent: false }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      answer.pipe(response);
    });
    sent.on('error', () => response.destroy());
    response.on('close', () => sent.destroy());
    request.pipe(sent);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.teardown(() => {
    server.close();
    server.closeAllConnections();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
    path,
    strays,
    use: (url) => {
      gateway = new URL(url);
    },
  };
};
