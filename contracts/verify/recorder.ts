import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { type Listener, listen } from '../pact/listen.ts';

/** A request as the gateway got it. */
export interface SentRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly contentType: string;
  readonly body: string;
}

/** An answer of the gateway. */
export interface GivenAnswer {
  readonly status: number;
  /** The address of a redirect; empty without one. */
  readonly location: string;
  readonly body: string;
}

/** A request, and its answer if one came. */
export interface Exchange {
  readonly sent: SentRequest;
  answered?: GivenAnswer;
}

export interface Recorder extends Listener {
  /** The last exchange of each interaction, in their order; undefined if there was none. */
  readonly exchanges: readonly (Exchange | undefined)[];
  /** The next interaction begins. */
  readonly next: () => void;
}

export interface RecorderOptions {
  /** Changes the body of the answer to a path with its query. */
  readonly change?: (url: string, body: Buffer) => Buffer;
}

/** Forwards requests to a gateway byte by byte, and keeps them. `targetOf`: the whole address for a path with its query. */
export const startRecorder = async (
  targetOf: (url: string) => string,
  { change = (_, body) => body }: RecorderOptions = {},
): Promise<Recorder> => {
  const exchanges: (Exchange | undefined)[] = [];
  const listener = await listen(async (incoming, response) => {
    try {
      const body = await bytesOf(incoming);
      const exchange: Exchange = { sent: sentRequest(incoming, body) };
      if (exchanges.length > 0) exchanges[exchanges.length - 1] = exchange;
      const answer = await send(incoming, targetOf(incoming.url ?? '/'), body);
      const answered = change(incoming.url ?? '/', await bytesOf(answer));
      const { statusCode: status = 500, headers, rawHeaders } = answer;
      exchange.answered = { status, location: headers.location ?? '', body: answered.toString() };
      response.writeHead(status, withoutHop(rawHeaders)).end(answered);
    } catch {
      // What broke the connection off on the other side breaks it off here.
      response.destroy();
    }
  });
  return { ...listener, exchanges, next: () => void exchanges.push(undefined) };
};

const bytesOf = async (message: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  return Buffer.concat(chunks);
};

const sentRequest = ({ method = 'GET', url = '/', headers }: IncomingMessage, body: Buffer): SentRequest => ({
  method,
  url,
  contentType: headers['content-type'] ?? '',
  body: body.toString(),
});

const send = ({ method, rawHeaders }: IncomingMessage, target: string, body: Buffer): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const request = target.startsWith('https:') ? requestHttps : requestHttp;
    const headers = [...withoutHop(rawHeaders), 'Host', new URL(target).host, 'Content-Length', String(body.length)];
    request(target, { method, headers }, resolve).on('error', reject).end(body);
  });

/** Headers of one connection, and those that are written anew. */
const hopHeaders = /^(?:host|connection|keep-alive|transfer-encoding|content-length)$/i;

/** Names and values in turn, as Node has them. */
const withoutHop = (raw: readonly string[]): string[] =>
  raw.filter((_, index) => !hopHeaders.test(raw[index - (index % 2)] ?? ''));
