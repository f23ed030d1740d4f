import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { ExecutionContext } from 'ava';

/** The server's end of the next connection that a client's request arrives on. */
export const serverEndOf = (client: Socket): Promise<Socket> =>
  new Promise((resolve) => {
    const look = (message: unknown): void => {
      const { socket } = message as { readonly socket: Socket };
      if (socket.remotePort !== client.localPort) return;
      unsubscribe('http.server.request.start', look);
      resolve(socket);
    };
    subscribe('http.server.request.start', look);
  });

/** Proxies keep a connection for a minute, in milliseconds. */
const minuteMs = 60_000;

/** Asks once, and sees how long the server of this process waits for the next request: far longer than announced, and not forever. */
export const holdsIdleConnection = async (t: ExecutionContext, url: string, path: string): Promise<void> => {
  const { hostname, port } = new URL(url);
  const client = connect({ host: hostname, port: Number(port) });
  t.teardown(() => client.destroy());
  const serverEnd = serverEndOf(client);
  client.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
  const [answer] = (await once(client, 'data')) as [Buffer];
  const announcedMs = Number(/Keep-Alive: timeout=(\d+)/i.exec(answer.toString())?.[1]) * 1_000;

  const waitsMs = (await serverEnd).timeout ?? 0;

  t.is(announcedMs, 5_000);
  t.true(waitsMs > announcedMs + minuteMs, `closes after ${waitsMs} ms`);
  (await serverEnd).emit('timeout');
  await once(client.resume(), 'close');
};
