import type { Server, ServerResponse } from 'node:http';
import { Server as TlsServer } from 'node:https';
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
  const open = socketsOf(server, 'connection');
  // Those of HTTPS on which requests come; the ones below them are also open before.
  const secure = server instanceof TlsServer ? socketsOf(server, 'secureConnection') : open;

  const isDue = (socket: Socket): boolean => {
    const answer = lastAnswer(socket);
    return answer !== undefined && !answer.writableFinished && !answer.destroyed;
  };

  const closeAll = (): void => {
    server.closeAllConnections();
    for (const socket of open) socket.destroy();
  };

  const closeWhatIsSilent = (): void => {
    if (![...secure].some(isDue)) closeAll();
  };

  return (graceMs) =>
    new Promise((resolve) => {
      const cancel = afterMachineTime(graceMs, closeAll);
      server.prependListener('request', (_request, response) => endWith(response));
      server.close(() => {
        cancel();
        resolve();
      });
      for (const socket of secure) {
        socket.once('close', closeWhatIsSilent);
        const answer = lastAnswer(socket);
        if (answer && isDue(socket)) endWith(answer);
      }
      closeWhatIsSilent();
    });
};

/** The sockets that are open. */
const socketsOf = (server: Server, event: 'connection' | 'secureConnection'): ReadonlySet<Socket> => {
  const open = new Set<Socket>();
  server.on(event, (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  return open;
};

/** Sends `Connection: close` unless the headers are out already, and closes. */
const endWith = (response: ServerResponse): void => {
  response.shouldKeepAlive = false;
  response.once('finish', () => response.socket?.destroySoon());
};
