import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import test, { type ExecutionContext } from 'ava';
import { defaultLimits } from '../../../client/shop/limited-server.ts';
import { defaultLimits as ofGateway } from '../../../simulator/server/connections.ts';
import { eventually } from '../../helpers/ava/eventually.ts';
import { holdsIdleConnection } from '../../helpers/http/idle-connection.ts';
import { shopFor } from '../../helpers/shop/shop.ts';

const clientOf = (t: ExecutionContext, port: number): Socket => {
  const socket = connect({ host: '127.0.0.1', port, allowHalfOpen: true });
  socket.on('error', () => {});
  t.teardown(() => socket.destroy());
  return socket;
};

const readToEnd = async (socket: Socket): Promise<string> => {
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(socket, 'end').catch(() => {});
  return Buffer.concat(chunks).toString();
};

test("the shop's limits are those of the gateway", (t) => {
  t.deepEqual(defaultLimits, ofGateway);
});

test('the shop closes a connection without a request over a minute later than announced', async (t) => {
  const { port } = await shopFor(t);

  await holdsIdleConnection(t, `http://127.0.0.1:${port}`, '/');
});

const head = 'POST /buy HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n';

for (const [title, bytes, answer] of [
  ['sends nothing', '', /^HTTP\/1\.1 408 /],
  ['never ends its headers', 'GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ', /^HTTP\/1\.1 408 /],
  ['never begins its body', `${head}Content-Length: 100\r\n\r\n`, /^HTTP\/1\.1 408 /],
  ['never ends its body', `${head}Content-Length: 100\r\n\r\nproduct=`, /^HTTP\/1\.1 408 /],
  ['never ends a body in chunks', `${head}Transfer-Encoding: chunked\r\n\r\n5\r\na`, /^HTTP\/1\.1 408 /],
  [
    'never ends a callback',
    'POST /callback HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\na',
    /^HTTP\/1\.1 408 /,
  ],
  ['sends no HTTP', 'hello\r\n\r\n', /^HTTP\/1\.1 400 /],
  [
    'sends a head that is too large',
    `GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: ${'x'.repeat(17_000)}\r\n\r\n`,
    /^HTTP\/1\.1 431 /,
  ],
  [
    'sends an address that is too long',
    `GET /${'x'.repeat(17_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`,
    /^HTTP\/1\.1 431 /,
  ],
] as const)
  test(`the shop cuts off a client that ${title}`, async (t) => {
    // What is wrong from the start is refused as soon as it is read, which takes long on a busy machine.
    const isSlow = answer.source.includes('408');
    const { port, page } = await shopFor(t, {
      callbackKey: { token: 'a' },
      ...(isSlow && { limits: { headersMs: 100, requestMs: 200 } }),
    });
    const socket = clientOf(t, port);
    socket.write(bytes);

    t.regex(await readToEnd(socket), answer);
    // These limits may cut off this one, too, where the machine is slow.
    const shown = () => page('/').catch(String);
    await eventually(t, shown, (html) => html.includes('Tea bowl'));
  });

test('the shop takes no more connections than it may', async (t) => {
  const { port } = await shopFor(t, { limits: { connections: 2 } });
  const [first, second] = [clientOf(t, port), clientOf(t, port)];
  await Promise.all([once(first, 'connect'), once(second, 'connect')]);

  t.is(await readToEnd(clientOf(t, port)), '');
  first.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
  t.regex(String((await once(first, 'data'))[0]), /^HTTP\/1\.1 200 OK\r\n/);
});

for (const [title, path, length, status] of [
  ['form at the limit', '/buy', 4_096, 404],
  ['form over the limit', '/buy', 4_097, 413],
  ['form of 8 MiB', '/buy', 8 * 2 ** 20, 413],
  ['callback at the limit', '/callback', 65_536, 403],
  ['callback over the limit', '/callback', 65_537, 403],
  ['callback of 8 MiB', '/callback', 8 * 2 ** 20, 403],
] as const)
  test(`the shop answers a ${title} with ${status}`, async (t) => {
    const { port, page } = await shopFor(t, { callbackKey: { token: 'a' } });

    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', body: 'x'.repeat(length) });

    t.is(answer.status, status);
    t.regex(await page('/'), /Tea bowl/);
  });
