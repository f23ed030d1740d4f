import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Listener, listen } from '../pact/listen.ts';

/** An answer of the merchant API on its way back; change it in place. */
export interface Answer {
  /** The last part of the path: `register.do`. */
  readonly endpoint: string;
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: each fault knows the shape of its answers
  body: Record<string, any>;
}

export type ChangeAnswer = (answer: Answer) => void;

/** A thin HTTP proxy on a free port. It forwards requests, and answers after `change`. */
export const startProxy = (target: () => string, change?: ChangeAnswer): Promise<Listener> =>
  listen((request, response) => {
    handOn(request, response, target(), change).catch((error: unknown) => response.destroy(error as Error));
  });

const handOn = async (request: IncomingMessage, response: ServerResponse, target: string, change?: ChangeAnswer) => {
  const { method = 'GET', url = '/', headers } = request;
  const sent: Buffer[] = [];
  for await (const chunk of request) sent.push(chunk);
  const answered = await fetch(target + url, {
    method,
    redirect: 'manual',
    headers: { 'content-type': headers['content-type'] ?? '' },
    ...(sent.length > 0 && { body: Buffer.concat(sent) }),
  });
  const answer: Answer = {
    endpoint: url.replace(/\?.*$/, '').split('/').at(-1) ?? '',
    status: answered.status,
    body: JSON.parse(await answered.text()),
  };
  change?.(answer);
  response.writeHead(answer.status, { 'content-type': answered.headers.get('content-type') ?? '' });
  response.end(JSON.stringify(answer.body));
};
