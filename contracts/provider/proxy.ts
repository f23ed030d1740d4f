import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An answer of the merchant API on its way back; change it in place. */
export interface Answer {
  /** The last part of the path: `register.do`. */
  readonly endpoint: string;
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: each fault knows the shape of its answers
  body: Record<string, any>;
}

export type ChangeAnswer = (answer: Answer) => void;

/** A thin HTTP proxy on a free port; hands on what it gets, but for `change`. */
export const startProxy = async (
  target: () => string,
  change?: ChangeAnswer,
): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> => {
  const server = createServer((request, response) => {
    handOn(request, response, target(), change).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

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
