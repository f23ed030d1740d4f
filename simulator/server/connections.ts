import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Socket } from 'node:net';
import { afterMachineTime } from '../runtime/machine-time.ts';
import { type CloseServer, serverCloser } from './close-server.ts';
import { type ParserError, whyUnreadable } from './unreadable-request.ts';

/** Limits of a client, which is cut off beyond them. Times in milliseconds of the machine. */
export interface ConnectionLimits {
  /** From the opening of a connection, or the end of an answer, until all headers of a request are there. */
  readonly headersMs: number;
  /** Until all of a request is there. */
  readonly requestMs: number;
  /** How long an answer may wait for a client that reads nothing. */
  readonly unreadMs: number;
  /** How long a connection without a request stays open; announced to the client are five seconds of it. */
  readonly idleMs: number;
  /** How many connections may be open. */
  readonly connections: number;
}

/** Far above what any client needs, also one that is stopped in a debugger for a moment. */
export const defaultLimits: ConnectionLimits = {
  headersMs: 20_000,
  requestMs: 60_000,
  unreadMs: 60_000,
  idleMs: 75_000,
  connections: 10_000,
};

/**
 * How long a client is told that a connection without a request stays open, in milliseconds. It stays longer: clients on
 * a busy machine count too little time, and proxies keep connections for a minute, whatever is announced.
 */
const announcedIdleMs = 5_000;

/** Largest head of a request, in bytes. Source: Tomcat's 8 KiB, and room for GETs that are longer than it lets them be. */
const largestHead = 16 * 1024;

/** The longest interval between two checks of the requests, in milliseconds. */
const lookEveryMs = 2_000;

/** The proof of a server, as PEM. */
export interface ServerCertificate {
  readonly cert: string;
  readonly key: string;
}

interface ServerParts {
  readonly certificate?: ServerCertificate | undefined;
  /** Takes the reason why a request could not be read. */
  readonly onUnreadable?: ((reason: string) => void) | undefined;
}

/** A server that cuts off slow, silent and too many clients. A request may wait for its answer without limit. */
export const createLimitedServer = (
  answer: RequestListener,
  limits: ConnectionLimits,
  { certificate, onUnreadable }: ServerParts = {},
): { readonly server: Server; readonly close: CloseServer } => {
  const { headersMs, requestMs, unreadMs, idleMs, connections } = limits;
  const lastAnswers = new WeakMap<Socket, ServerResponse>();
  const settings = {
    headersTimeout: Math.min(headersMs, requestMs),
    requestTimeout: requestMs,
    keepAliveTimeout: Math.max(1, Math.min(announcedIdleMs, idleMs)),
    keepAliveTimeoutBuffer: Math.max(0, idleMs - announcedIdleMs),
    maxHeaderSize: largestHead,
    connectionsCheckingInterval: Math.min(lookEveryMs, headersMs, requestMs),
  };
  const take: RequestListener = (request, response) => {
    lastAnswers.set(request.socket, response);
    answer(request, response);
  };
  const server: Server = certificate
    ? createTlsServer({ ...settings, ...certificate, handshakeTimeout: headersMs }, take)
    : createServer(settings, take);
  server.maxConnections = connections;
  server.timeout = unreadMs;
  // Nothing went over this connection for a while.
  server.on('timeout', (socket) => {
    const isWorkedOn = lastAnswers.get(socket)?.writableEnded === false;
    if (!isWorkedOn || socket.writableLength > 0) socket.destroy();
  });
  server.on('clientError', (error: ParserError, socket: Socket) => {
    const reason = whyUnreadable(error);
    if (reason !== undefined) onUnreadable?.(reason);
    refuse(error, socket);
  });
  return { server, close: serverCloser(server, (socket) => lastAnswers.get(socket)) };
};

/** A client that has not come to its first request cannot read an answer. */
const isOfHandshake = ({ code = '' }: NodeJS.ErrnoException): boolean => /^ERR_(?:SSL|TLS)_/.test(code);

/** HTTP statuses by the parser's errors; any other is 400. */
const refusals: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: '413 Payload Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

/** How long a client may read the refusal, in milliseconds. */
const lingerMs = 500;

/** Answers a malformed or incomplete request, and closes, even if the client does not. */
const refuse = (error: NodeJS.ErrnoException, socket: Socket): void => {
  if (!socket.writable || isOfHandshake(error)) {
    socket.destroy();
    return;
  }
  socket.end(
    `HTTP/1.1 ${refusals[error.code ?? ''] ?? '400 Bad Request'}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
  );
  const cancel = afterMachineTime(lingerMs, () => socket.destroy());
  socket.once('close', cancel);
};
