import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Listener {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Answers requests on a port of this machine, by default a free one. A verifier may keep its connections until the end. */
export const listen = async (handle: RequestListener, port = 0): Promise<Listener> => {
  const server = createServer({ keepAliveTimeout: 0 }, handle).listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
};
