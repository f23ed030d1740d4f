import { createServer } from 'node:net';

/** Below the ports that the system gives to connections: one of those could be taken before the program listens at it. */
let lastPort = 10_000 + ((process.pid * 101) % 20_000);

/** Ports of 127.0.0.1 that are free now, for programs that have to be told theirs; a process gives each out once. */
export const freePorts = async (count: number): Promise<readonly number[]> => {
  const ports: number[] = [];
  while (ports.length < count) {
    lastPort += 1;
    const port = lastPort;
    if (await isFree(port)) ports.push(port);
  }
  return ports;
};

export const freePort = async (): Promise<number> => {
  const [port = 0] = await freePorts(1);
  return port;
};

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer()
      .once('error', () => resolve(false))
      .listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
