import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Listener, listen } from '../pact/listen.ts';

/** A request of the merchant API on its way to the gateway; change it in place. */
export interface ShopRequest {
  readonly method: string;
  /** Path and query. */
  url: string;
  readonly contentType: string;
  body: Buffer;
}

/** An answer of the merchant API on its way back; change it in place. */
export interface Answer {
  /** The last part of the path: `register.do`. */
  readonly endpoint: string;
  status: number;
  contentType: string;
  /** The address of a redirect. */
  location?: string;
  /** The JSON of the answer; empty for a page. */
  // biome-ignore lint/suspicious/noExplicitAny: each fault knows the shape of its answers
  body: Record<string, any>;
  /** Of an answer that is not JSON. */
  readonly page?: string;
}

export type ChangeAnswer = (answer: Answer) => void;

/** What happens to requests and answers on their way. */
export interface Way {
  /** Changes a request, or answers it in place of the gateway. */
  readonly ask?: (request: ShopRequest) => Answer['body'] | undefined;
  readonly change?: ChangeAnswer;
}

/** A thin HTTP proxy on a free port, which forwards requests and answers. */
export const startProxy = (target: () => string, way: Way = {}): Promise<Listener> =>
  listen((request, response) => {
    handOn(request, response, target(), way).catch((error: unknown) => response.destroy(error as Error));
  });

const handOn = async (incoming: IncomingMessage, response: ServerResponse, target: string, { ask, change }: Way) => {
  const request = await readRequest(incoming);
  const ownAnswer = ask?.(request);
  const endpoint = endpointOf(request.url);
  const answer: Answer = ownAnswer
    ? { endpoint, status: 200, contentType: jsonType, body: ownAnswer }
    : await answerOf(endpoint, await send(target, request));
  change?.(answer);
  writeAnswer(response, answer);
};

const jsonType = 'application/json;charset=UTF-8';

export const endpointOf = (url: string): string => url.replace(/\?.*$/, '').split('/').at(-1) ?? '';

const readRequest = async (incoming: IncomingMessage): Promise<ShopRequest> => {
  const { method = 'GET', url = '/', headers } = incoming;
  const sent: Buffer[] = [];
  for await (const chunk of incoming) sent.push(chunk);
  return { method, url, contentType: headers['content-type'] ?? '', body: Buffer.concat(sent) };
};

const send = (target: string, { method, url, contentType, body }: ShopRequest): Promise<Response> =>
  fetch(target + url, {
    method,
    redirect: 'manual',
    headers: { 'content-type': contentType },
    ...(body.length > 0 && { body: new Uint8Array(body) }),
  });

const answerOf = async (endpoint: string, answered: Response): Promise<Answer> => {
  const text = await answered.text();
  const location = answered.headers.get('location');
  return {
    endpoint,
    status: answered.status,
    contentType: answered.headers.get('content-type') ?? '',
    ...(location !== null && { location }),
    ...(text.startsWith('{') || text.startsWith('[') ? { body: JSON.parse(text) } : { body: {}, page: text }),
  };
};

/** Sends an answer, as it is after the changes. */
export const writeAnswer = (response: ServerResponse, { status, contentType, location, body, page }: Answer): void => {
  response.writeHead(status, { 'content-type': contentType, ...(location !== undefined && { location }) });
  response.end(page ?? JSON.stringify(body));
};
