import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { afterMachineTime } from '../runtime/machine-time.ts';

/**
 * Refuses new connections. An open one ends with its next answer, and all end as soon as no answer is due or the grace is
 * over. Resolves when all are closed.
 */
export type CloseServer = (graceMs: number) => Promise<void>;

/** `lastAnswer`: to the last request of a connection. */
export const serverCloser = (
  server: Server,
  lastAnswer: (socket: Socket) => ServerResponse | undefined,
): CloseServer => {
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });

  const isDue = (socket: Socket): boolean => {
    const answer = lastAnswer(socket);
    return answer !== undefined && !answer.writableFinished && !answer.destroyed;
  };

  const closeWhatIsSilent = (): void => {
    if (![...open].some(isDue)) server.closeAllConnections();
  };

  return (graceMs) =>
    new Promise((resolve) => {
      const cancel = afterMachineTime(graceMs, () => server.closeAllConnections());
      server.prependListener('request', (_request, response) => endWith(response));
      server.close(() => {
        cancel();
        resolve();
      });
      for (const socket of open) {
        socket.once('close', closeWhatIsSilent);
        const answer = lastAnswer(socket);
        if (answer && isDue(socket)) endWith(answer);
      }
      closeWhatIsSilent();
    });
};

/** Sends `Connection: close` unless the headers are out already, and closes. */
const endWith = (response: ServerResponse): void => {
  response.shouldKeepAlive = false;
  response.once('finish', () => response.socket?.destroySoon());
};
