import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Names what a callback tells: which operation of which order. */
export const callbackKey = (orderNumber: string, operation: string): string => `${orderNumber} ${operation}`;

/** A receiver that counts the callbacks which it took; every twentieth it takes only at the next try. */
export const countCallbacks = async () => {
  const taken = new Map<string, number>();
  const refused = new Set<string>();
  let seen = 0;
  const server = createServer((request, response) => {
    const query = new URL(request.url ?? '', 'http://shop').searchParams;
    const key = callbackKey(query.get('orderNumber') ?? '', query.get('operation') ?? '');
    if (++seen % 20 === 0 && !refused.has(key)) {
      refused.add(key);
      response.writeHead(500).end();
      return;
    }
    taken.set(key, (taken.get(key) ?? 0) + 1);
    response.end('ok');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/callback`,
    taken,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};
