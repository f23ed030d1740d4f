import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { checkUse } from '../gateway/check-use.ts';
import { fields } from '../options/check.ts';
import { portNumber, text } from '../options/checks.ts';

/** A callback as it arrived; it is not checked. */
export interface ReceivedCallback {
  readonly method: string;
  /** Of the query, or of the form body. */
  readonly parameters: URLSearchParams;
}

export interface CallbackReceiver {
  /** The callback address for the gateway. */
  readonly url: string;
  /** All so far, oldest first. */
  readonly received: readonly ReceivedCallback[];
  readonly stop: () => Promise<void>;
  /** The same, for `await using callbacks = await startCallbackReceiver()`. */
  readonly [Symbol.asyncDispose]: () => Promise<void>;
}

/** Where the receiver listens; a free port of this machine by default. */
export interface CallbackReceiverOptions {
  readonly port?: number;
  readonly host?: string;
}

const receiverOptions = fields<CallbackReceiverOptions>()({ port: portNumber, host: text });

/** Largest body that is read, in bytes. */
const largestBody = 64 * 1024;

/** Listens for callbacks, answers each with HTTP 200 and keeps it: for trials and tests. */
export const startCallbackReceiver = async (options: CallbackReceiverOptions = {}): Promise<CallbackReceiver> => {
  checkUse('startCallbackReceiver', receiverOptions, options);
  const { port = 0, host = '127.0.0.1' } = options;
  const received: ReceivedCallback[] = [];
  const server = createServer(async (request, response) => {
    const parameters = await readCallback(request).catch(() => undefined);
    if (parameters) received.push({ method: request.method ?? '', parameters });
    response.writeHead(parameters ? 200 : 400).end();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}/callback`,
    received,
    stop,
    [Symbol.asyncDispose]: stop,
  };
};

const readCallback = async (request: IncomingMessage): Promise<URLSearchParams> => {
  if (request.method === 'GET') return new URL(request.url ?? '/', 'http://shop').searchParams;
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) {
    body += chunk;
    if (body.length > largestBody) throw new Error('the body is larger than any callback');
  }
  return new URLSearchParams(body);
};
