import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ExecutionContext } from 'ava';
import { eventually } from '../ava/eventually.ts';

export interface Received {
  readonly method: string;
  readonly url: string;
  /** Query of a GET, body of a POST. */
  readonly form: URLSearchParams;
  readonly body: string;
  readonly headers: IncomingMessage['headers'];
}

/** A shop's receiver of callbacks: answers with these statuses in turn, the last one for ever; `hang` never answers. */
export const receiverFor = async (t: ExecutionContext, ...answers: readonly (number | 'hang')[]) => {
  const received: Received[] = [];
  const hanging: (() => void)[] = [];
  const server = createServer({ keepAliveTimeout: 0 }, async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const url = request.url ?? '';
    const body = Buffer.concat(chunks).toString();
    const form = new URLSearchParams(request.method === 'POST' ? body : url.split('?')[1]);
    const answer = answers[Math.min(received.length, answers.length - 1)] ?? 200;
    received.push({ method: request.method ?? '', url, form, body, headers: request.headers });
    if (answer === 'hang') {
      hanging.push(() => response.end('ok'));
      return;
    }
    response.writeHead(answer, answer === 302 ? { location: '/elsewhere' } : {});
    response.end('ok');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.teardown(() => {
    server.close();
    server.closeAllConnections();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/callback`;
  return {
    url,
    received,
    /** Answers with 200 whatever hangs. */
    release: () => {
      for (const answer of hanging.splice(0)) answer();
    },
    /** Resolves when so many callbacks have come. */
    hasReceived: (count = 1) =>
      eventually(
        t,
        () => received.length,
        (length) => length >= count,
      ),
    operations: () => received.map(({ form }) => `${form.get('operation')}=${form.get('status')}`),
  };
};
