import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Reply, ShopRequest } from '../../simulator/breaks/break.ts';
import { type Listener, listen } from '../pact/listen.ts';

/** An answer of the merchant API. */
export interface Answer {
  readonly status: number;
  readonly contentType: string;
  /** The address of a redirect. */
  readonly location?: string;
  /** The JSON of the answer; empty for a page. */
  readonly body: Readonly<Record<string, unknown>>;
  /** Of an answer that is not JSON. */
  readonly page?: string;
}

/** What happens to requests and answers on their way. */
export interface Way {
  /** Changes a request, or answers it in place of the gateway. */
  readonly ask?: (request: ShopRequest) => ShopRequest | Reply;
  /** Changes an answer to this request, which is as the shop has sent it. */
  readonly change?: (reply: Reply, request: ShopRequest) => Reply;
}

/** A thin HTTP proxy on a free port, which forwards requests and answers. */
export const startProxy = (target: () => string, way: Way = {}): Promise<Listener> =>
  listen((request, response) => {
    handOn(request, response, target(), way).catch((error: unknown) => response.destroy(error as Error));
  });

const handOn = async (incoming: IncomingMessage, response: ServerResponse, target: string, { ask, change }: Way) => {
  const request = await readRequest(incoming);
  const asked = ask?.(request) ?? request;
  const reply = 'status' in asked ? asked : await send(target, asked);
  writeReply(response, change?.(reply, request) ?? reply);
};

const readRequest = async (incoming: IncomingMessage): Promise<ShopRequest> => {
  const { method = 'GET', url = '/', headers } = incoming;
  const sent: Buffer[] = [];
  for await (const chunk of incoming) sent.push(chunk);
  return { method, url, contentType: headers['content-type'] ?? '', body: Buffer.concat(sent) };
};

const send = async (target: string, { method, url, contentType, body }: ShopRequest): Promise<Reply> => {
  const answered = await fetch(target + url, {
    method,
    redirect: 'manual',
    headers: { 'content-type': contentType },
    ...(body.length > 0 && { body: new Uint8Array(body) }),
  });
  const headers = ['content-type', 'location'].flatMap((name) => {
    const value = answered.headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  return {
    status: answered.status,
    headers: Object.fromEntries(headers),
    body: Buffer.from(await answered.arrayBuffer()),
  };
};

/** Sends an answer, or the part of it that arrives. */
export const writeReply = (response: ServerResponse, { status, headers, body, reset }: Reply): void => {
  if (reset === 'at once') return void response.socket?.resetAndDestroy();
  response.writeHead(status, { 'content-length': body.length, ...headers });
  if (reset === undefined) response.end(body);
  else response.write(body.subarray(0, body.length / 2), () => response.socket?.resetAndDestroy());
};

/** The content of an answer. */
export const readReply = ({ status, headers, body }: Reply): Answer => {
  const text = body.toString();
  const { location } = headers;
  return {
    status,
    contentType: headers['content-type'] ?? '',
    ...(location !== undefined && { location }),
    ...(text.startsWith('{') || text.startsWith('[') ? { body: JSON.parse(text) } : { body: {}, page: text }),
  };
};
