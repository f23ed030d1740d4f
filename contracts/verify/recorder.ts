import type { IncomingMessage } from 'node:http';
import { bytesOf, send, withoutHop } from '../pact/forward.ts';
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

const sentRequest = ({ method = 'GET', url = '/', headers }: IncomingMessage, body: Buffer): SentRequest => ({
  method,
  url,
  contentType: headers['content-type'] ?? '',
  body: body.toString(),
});
