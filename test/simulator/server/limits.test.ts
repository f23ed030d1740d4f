import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import test, { type ExecutionContext } from 'ava';
import { defaultLimits } from '../../../simulator/server/connections.ts';
import { eventually } from '../../helpers/ava/eventually.ts';
import { inTime } from '../../helpers/ava/in-time.ts';
import { holdsIdleConnection, serverEndOf } from '../../helpers/http/idle-connection.ts';
import { payWith } from '../../helpers/payments/paid-order.ts';
import { plainCard } from '../../helpers/payments/pay.ts';
import { login, simulatorFor } from '../../helpers/simulator/simulator.ts';

const bytesOf = (...lines: readonly string[]): string => [...lines, '', ''].join('\r\n');

const callOf = (body: string, length = body.length): string =>
  `${bytesOf('POST /payment/rest/register.do HTTP/1.1', 'Host: localhost', 'Content-Type: application/x-www-form-urlencoded', `Content-Length: ${length}`)}${body}`;

const order = new URLSearchParams({ ...login, amount: '1000', returnUrl: 'https://shop.example/' }).toString();

/** A client that keeps its side open whatever the server does. */
const clientOf = (t: ExecutionContext, url: string): Socket => {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
  socket.on('error', () => {});
  t.teardown(() => socket.destroy());
  return socket;
};

/** All that a server wrote until it closed its side. */
const readToEnd = async (socket: Socket): Promise<string> => {
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(socket, 'end').catch(() => {});
  return Buffer.concat(chunks).toString();
};

for (const [title, bytes] of [
  ['sends nothing', ''],
  ['never ends its headers', 'POST /payment/rest/register.do HTTP/1.1\r\nHost: localhost\r\nX-Slow: '],
  ['never ends its body', callOf(order.slice(0, 20), order.length)],
  [
    'never ends a body in chunks',
    `${bytesOf('POST /payment/rest/register.do HTTP/1.1', 'Host: localhost', 'Transfer-Encoding: chunked')}5\r\na`,
  ],
] as const)
  test(`cuts off a client that ${title}, and tells it so`, async (t) => {
    const { url } = await simulatorFor(t, { limits: { headersMs: 30, requestMs: 60 } });
    const socket = clientOf(t, url);
    socket.write(bytes);

    t.regex(await readToEnd(socket), /^HTTP\/1\.1 408 Request Timeout\r\n/);
  });

test('cuts off a client that sends its body drop by drop, however long it goes on', async (t) => {
  const { url } = await simulatorFor(t, { limits: { requestMs: 80 } });
  const socket = clientOf(t, url);
  socket.write(callOf('', 1_000_000));
  const drops = setInterval(() => socket.write('a'), 5);
  t.teardown(() => clearInterval(drops));

  t.regex(await readToEnd(socket), /^HTTP\/1\.1 408 /);
});

test('closes its side at once where a client that sent no request keeps its own open', async (t) => {
  const { url, stop } = await simulatorFor(t);
  const socket = clientOf(t, url);
  socket.write('hello\r\n\r\n');

  t.regex(await readToEnd(socket), /^HTTP\/1\.1 400 /);
  await stop();
  t.pass('nothing is left open');
});

test('says 431 to a head that is too large', async (t) => {
  const { url } = await simulatorFor(t);
  const socket = clientOf(t, url);
  socket.write(bytesOf('GET /payment/rest/register.do HTTP/1.1', `X-Long: ${'x'.repeat(17_000)}`));

  t.regex(await readToEnd(socket), /^HTTP\/1\.1 431 /);
});

test('takes thousands of headers for none', async (t) => {
  const { url } = await simulatorFor(t);
  const socket = clientOf(t, url);
  const many = Array.from({ length: 2_500 }, (_, index) => `a${index}:`);
  const closing = ['Host: localhost', 'Connection: close', ...many];
  socket.write(bytesOf('GET /payment/rest/register.do HTTP/1.1', ...closing));

  t.regex(await readToEnd(socket), /^HTTP\/1\.1 (?:200|431) /);
});

test('cuts off a client that reads nothing of a long answer, and only that one', async (t) => {
  const simulator = await simulatorFor(t, { limits: { unreadMs: 1_000 } });
  const { url, register } = simulator;
  const socket = clientOf(t, url);
  socket.pause();
  const ask = bytesOf('GET /sandbox/openapi/merchant.json HTTP/1.1', 'Host: localhost');
  socket.write(ask.repeat(100));

  // The kernel of a small machine holds some megabytes for it; then the server waits, and gives up.
  await closedByServer(socket);
  t.truthy((await register()).orderId);
});

/** Resolves when a server has given up on a client that does not read: what the client writes is refused. */
const closedByServer = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    const nudge = setInterval(() => socket.write('GET / HTTP/1.1\r\n'), 10);
    socket.once('close', () => {
      clearInterval(nudge);
      resolve();
    });
  });

test('lets a request wait for its answer as long as it takes', async (t) => {
  const scenario = { about: 'Waits.', gateway: [{ on: 'register', do: { delay: '10s' } }] };
  const { url, clock, setScenario } = await simulatorFor(t);
  await setScenario('test_user', scenario);
  const socket = clientOf(t, url);
  const serverEnd = serverEndOf(socket);
  socket.write(callOf(order).replace('Host: localhost', 'Host: localhost\r\nConnection: close'));
  const answer = readToEnd(socket);

  // As if the limit had passed: a real one would also cut off a client on a machine that is slow to read its request.
  (await serverEnd).emit('timeout');

  t.regex(await inTime(t, answer, () => clock.advance(10_000)), /^HTTP\/1\.1 200 OK\r\n/);
});

test('closes a connection without a request over a minute later than announced', async (t) => {
  const { url } = await simulatorFor(t, { limits: { idleMs: defaultLimits.idleMs } });

  await holdsIdleConnection(t, url, '/sandbox/health');
});

test('keeps a connection without a request as long as it is told to', async (t) => {
  for (const [idleMs, announced] of [
    [600_000, 5],
    [2_000, 2],
  ] as const) {
    const { url } = await simulatorFor(t, { limits: { idleMs } });
    const socket = clientOf(t, url);
    const serverEnd = serverEndOf(socket);
    socket.write('GET /sandbox/health HTTP/1.1\r\nHost: localhost\r\n\r\n');
    const [answer] = (await once(socket, 'data')) as [Buffer];

    t.regex(answer.toString(), new RegExp(`Keep-Alive: timeout=${announced}\\r`, 'i'));
    t.is((await serverEnd).timeout, idleMs);
  }
});

test('takes no more connections than it may, and goes on with those it has', async (t) => {
  const { url } = await simulatorFor(t, { limits: { connections: 2 } });
  const first = clientOf(t, url);
  const second = clientOf(t, url);
  await Promise.all([once(first, 'connect'), once(second, 'connect')]);
  const third = clientOf(t, url);

  t.is(await readToEnd(third), '');
  first.write(callOf(order));
  const [answer] = (await once(first, 'data')) as [Buffer];
  t.regex(answer.toString(), /^HTTP\/1\.1 200 OK\r\n/);
});

/** A shop whose answer is written by the test. */
const shopFor = async (t: ExecutionContext, answer: (response: ServerResponse) => void) => {
  let calls = 0;
  let isLeft: (() => void) | undefined;
  const left = new Promise<void>((resolve) => {
    isLeft = resolve;
  });
  const server = createServer((request, response) => {
    calls++;
    request.resume();
    response.on('close', () => isLeft?.());
    response.on('error', () => {});
    answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.teardown(() => {
    server.close();
    server.closeAllConnections();
  });
  const port = (server.address() as AddressInfo).port;
  return { url: `http://127.0.0.1:${port}/callback`, port, left, calls: () => calls };
};

test('reads no more of the answer to a callback than its status: a shop may send without end', async (t) => {
  const piece = 'x'.repeat(65_536);
  const shop = await shopFor(t, (response) => {
    const pour = (): void => {
      if (!response.destroyed && response.write(piece)) setImmediate(pour);
      else if (!response.destroyed) response.once('drain', pour);
    };
    response.writeHead(200);
    pour();
  });
  const simulator = await simulatorFor(t, { callbacks: { url: shop.url } });
  const orderId = await payWith(simulator, plainCard.pan);
  await simulator.settled();
  await shop.left;

  t.like((await simulator.store.callbacks.about(orderId))[0], { state: 'delivered', tries: [{ httpStatus: 200 }] });
});

test('gives up on a shop that never ends the head of its answer', async (t) => {
  const shop = await shopFor(t, ({ socket }) => {
    const drop = setInterval(() => socket?.write('X-Slow: 1\r\n'), 5);
    socket?.on('close', () => clearInterval(drop));
    socket?.write('HTTP/1.1 200 OK\r\n');
  });
  const simulator = await simulatorFor(t, { callbacks: { url: shop.url, mostFailures: 1 }, callbackPatienceMs: 1_000 });
  const orderId = await payWith(simulator, plainCard.pan);
  await simulator.settled();
  await shop.left;

  const [callback] = await simulator.store.callbacks.about(orderId);
  t.is(callback?.state, 'given-up');
  t.truthy(callback?.tries[0]?.error);
});

test('calls back only hosts that it may: another is given up at once, and told why', async (t) => {
  const shop = await shopFor(t, (response) => response.end());
  const other = await shopFor(t, (response) => response.end());
  const simulator = await simulatorFor(t, {
    callbacks: { url: shop.url },
    callbackHosts: ['shop.example', `127.0.0.1:${shop.port}`],
  });
  const mine = await payWith(simulator, plainCard.pan);
  const elsewhere = await payWith(simulator, plainCard.pan, { dynamicCallbackUrl: other.url });
  await simulator.settled();

  t.is((await simulator.store.callbacks.about(mine))[0]?.state, 'delivered');
  const [callback] = await simulator.store.callbacks.about(elsewhere);
  const reason = `127.0.0.1:${other.port} is not among CALLBACK_HOSTS`;
  t.is(callback?.state, 'given-up');
  t.deepEqual(
    callback?.tries.map(({ error }) => error),
    [reason],
  );
  const byHand = await simulator.resendCallback('test_user', callback?.id ?? '');
  t.like(byHand, { isDelivered: false, try: { error: reason } });
  t.deepEqual([shop.calls(), other.calls()], [1, 0]);
});

test('a host without a port stands for all of its ports, whatever the case of its letters', async (t) => {
  const shop = await shopFor(t, (response) => response.end());
  const simulator = await simulatorFor(t, { callbacks: { url: shop.url }, callbackHosts: ['LOCALHOST', '127.0.0.1'] });
  await payWith(simulator, plainCard.pan);
  await simulator.settled();

  t.is(shop.calls(), 1);
});

test('a listener of events that fails costs nobody an answer', async (t) => {
  const simulator = await simulatorFor(t, { logLevel: 'silent' });
  let heard = 0;
  simulator.onEvent(() => {
    throw new Error(`heard ${++heard}`);
  });

  t.truthy((await simulator.register()).orderId);
  await eventually(
    t,
    () => heard,
    (count) => count > 0,
  );
});
