import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { bytesOf, send } from '../../pact/forward.ts';
import { type Listener, listen } from '../../pact/listen.ts';
import type { PassedOn } from './har-entry.ts';

/** What the proxy does with each answer, and where it leads. */
export interface ProxyOptions {
  /** `https://3dsec.bank.example`. */
  readonly origin: string;
  /** 0: a free one. */
  readonly port: number;
  /** The time in milliseconds since 1970. */
  readonly now: () => number;
  /** Called with each answer, before the shop gets it. A text takes the place of the answer, as an error. */
  readonly onAnswer: (passed: PassedOn) => string | undefined;
  /** Called if the gateway gives no answer. */
  readonly onFailure: (reason: string) => void;
}

/** Hands requests on to a gateway, and its answers back, byte by byte. */
export const startProxy = (options: ProxyOptions): Promise<Listener> =>
  listen((incoming, response) => {
    handOn(incoming, response, options).catch((error: NodeJS.ErrnoException) => {
      options.onFailure(error.code ?? error.message);
      if (response.headersSent) response.destroy();
      else writeError(response, 502, `the gateway cannot be reached: ${error.code ?? error.message}`);
    });
  }, options.port);

const handOn = async (incoming: IncomingMessage, response: ServerResponse, options: ProxyOptions): Promise<void> => {
  const { method = 'GET', url = '/', headers } = incoming;
  const atMs = options.now();
  const requestBody = await bytesOf(incoming);
  const answer = await send(incoming, options.origin + url, requestBody);
  const body = await bytesOf(answer);
  const { statusCode: httpStatus = 500, headers: answered, rawHeaders } = answer;
  const complaint = options.onAnswer({
    atMs,
    tookMs: options.now() - atMs,
    method,
    url,
    requestType: headers['content-type'] ?? '',
    requestBody: requestBody.toString(),
    httpStatus,
    contentType: answered['content-type'] ?? '',
    location: answered.location ?? '',
    body: unpacked(body, answered['content-encoding']).toString(),
  });
  if (complaint !== undefined) return writeError(response, 500, complaint);
  response.sendDate = false;
  response.writeHead(httpStatus, answer.statusMessage, withoutConnection(rawHeaders)).end(body);
};

const unpackers: Readonly<Record<string, (packed: Buffer) => Buffer>> = {
  gzip: gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
};

/** The content of a body; one that cannot be unpacked has none. */
const unpacked = (body: Buffer, encoding = 'identity'): Buffer => {
  try {
    return unpackers[encoding.toLowerCase()]?.(body) ?? body;
  } catch {
    return Buffer.alloc(0);
  }
};

/** Headers of the connection to the gateway are not those of the connection to the shop. */
const connectionHeaders = /^(?:connection|keep-alive|transfer-encoding)$/i;

const withoutConnection = (raw: readonly string[]): string[] =>
  raw.filter((_, index) => !connectionHeaders.test(raw[index - (index % 2)] ?? ''));

/** A refusal that a shop takes for an error of the gateway. */
const writeError = (response: ServerResponse, status: number, message: string): void => {
  response
    .writeHead(status, { 'content-type': 'application/json;charset=UTF-8' })
    .end(JSON.stringify({ errorCode: '7', errorMessage: `tillbox proxy: ${message}` }));
};
