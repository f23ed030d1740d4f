import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import test, { type ExecutionContext } from 'ava';
import { memoryStore } from '../../../simulator/store/memory/memory-store.ts';
import { eventually } from '../../helpers/eventually.ts';
import { type OwnProcess, ownProcessFor } from '../../helpers/own-process.ts';
import { pay, plainCard } from '../../helpers/pay.ts';
import { receiverFor } from '../../helpers/receiver.ts';
import { login, simulatorFor, type TestSimulator } from '../../helpers/simulator.ts';

/** Longer than a test may take: whoever waits for it hangs. */
const foreverMs = 600_000;

const slowRegister = (delay: string) => ({ gateway: [{ on: 'register', do: { delay } }] });

/** A connection that the server has taken. */
const connectionTo = async (t: ExecutionContext, url: string): Promise<Socket> => {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  t.teardown(() => socket.destroy());
  socket.on('error', () => {});
  await once(socket, 'connect');
  // Connections are taken one after the other.
  await fetch(`${url}/sandbox/health`);
  return socket;
};

const get = (path: string): string => `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`;

const query = new URLSearchParams({ ...login, amount: '100', returnUrl: 'https://shop.example/' });
const register = get(`/payment/rest/register.do?${query}`);

/** A call of register.do on a connection of its own, which is answered when ten minutes of the merchant have passed. */
const callUnderWay = async (t: ExecutionContext, simulator: TestSimulator): Promise<Socket> => {
  await simulator.setScenario('test_user', slowRegister('10m'));
  const socket = await connectionTo(t, simulator.url);
  socket.write(register);
  await eventually(
    t,
    () => simulator.store.orders.ofMerchant('test_user'),
    (orders) => orders.length === 1,
  );
  return socket;
};

test('a stop lets an answer that is due go out, takes no connection, and says that it is not ready', async (t) => {
  const simulator = await simulatorFor(t, { stopGraceMs: foreverMs });
  const slow = await callUnderWay(t, simulator);
  const open = await connectionTo(t, simulator.url);

  const stopped = simulator.stop();
  open.write(get('/sandbox/ready'));
  const notReady = await text(open);
  await t.throwsAsync(fetch(`${simulator.url}/sandbox/health`), { message: 'fetch failed' });
  await simulator.clockOf('test_user').advance(600_000);
  const answer = await text(slow);
  await stopped;

  t.regex(notReady, /^HTTP\/1\.1 503 .*\r\nconnection: close\r\n.*"detail":"it is stopping"/is);
  t.regex(answer, /^HTTP\/1\.1 200 .*\r\nconnection: close\r\n.*"orderId"/is);
});

test('connections without a request do not hold a stop up', async (t) => {
  const simulator = await simulatorFor(t, { stopGraceMs: foreverMs });
  const used = await connectionTo(t, simulator.url);
  used.write(get('/sandbox/health'));
  await once(used, 'data');
  const unused = await connectionTo(t, simulator.url);
  const half = await connectionTo(t, simulator.url);
  half.write('GET /sandbox/hea');

  await simulator.stop();

  t.like(await Promise.allSettled([unused, half].map((socket) => text(socket).catch(() => ''))), [
    { value: '' },
    { value: '' },
  ]);
});

test('an answer that takes longer than the grace is cut off', async (t) => {
  const simulator = await simulatorFor(t, { stopGraceMs: 20 });
  const slow = await callUnderWay(t, simulator);

  await simulator.stop();

  t.is(await text(slow).catch(() => ''), '');
});

test('a stop that is asked for twice happens once', async (t) => {
  const simulator = await simulatorFor(t);

  t.is(simulator.stop(), simulator.stop());
  await simulator.stop();
});

/** A shop that never answers is being told of a payment. */
const tellingFor = async (t: ExecutionContext, stopGraceMs: number) => {
  const store = memoryStore();
  const shop = await receiverFor(t, 'hang');
  const simulator = await simulatorFor(t, { store, stopGraceMs, callbacks: { url: shop.url } });
  const { orderId, formUrl } = await simulator.register();
  await pay(formUrl, { card: plainCard });
  await eventually(
    t,
    () => shop.received.length,
    (count) => count > 0,
  );
  return { simulator, shop, callback: async () => (await store.callbacks.about(orderId))[0] };
};

test('a stop waits for a callback that is on its way', async (t) => {
  const { simulator, shop, callback } = await tellingFor(t, foreverMs);

  const stopped = simulator.stop();
  shop.release();
  await stopped;

  t.like(await callback(), { state: 'delivered' });
});

test('a callback that is not taken within the grace waits, as if it had not been sent', async (t) => {
  const { simulator, callback } = await tellingFor(t, 20);

  await simulator.stop();

  t.like(await callback(), { state: 'waiting', tries: [] });
});

const sandbox = async (url: string, line: string, body?: object): Promise<Response> => {
  const [method = '', path = ''] = line.split(' ');
  const answer = await fetch(`${url}/sandbox${path}`, {
    method,
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  return answer;
};

/** A call of the program that is answered after this time. */
const slowCallOf = async (t: ExecutionContext, { url }: OwnProcess, delay: string): Promise<Socket> => {
  const { status } = await sandbox(url, 'PUT /merchants/test_user/scenario', { scenario: slowRegister(delay) });
  t.is(status, 200);
  const socket = await connectionTo(t, url);
  socket.write(register);
  await eventually(
    t,
    async () => (await (await sandbox(url, 'GET /merchants/test_user/orders')).json()) as { orders: unknown[] },
    ({ orders }) => orders.length === 1,
  );
  return socket;
};

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  test(`${signal} ends the program with 0 when the request that is on its way has its answer`, async (t) => {
    const program = await ownProcessFor(t, { STOP_GRACE_SECS: '50', SHOP: 'on', SHOP_PORT: '0' });
    const slow = await slowCallOf(t, program, '700ms');

    program.child.kill(signal);

    t.regex(await text(slow), /^HTTP\/1\.1 200 .*\r\nconnection: close\r\n.*"orderId"/is);
    t.is(await program.ended, 0);
  });
}

test('a request that hangs holds the program up no longer than STOP_GRACE_SECS', async (t) => {
  const program = await ownProcessFor(t, { STOP_GRACE_SECS: '0' });
  await slowCallOf(t, program, '10m');

  program.child.kill('SIGTERM');

  t.is(await program.ended, 0);
});

test('a second signal ends the program at once, but signals that come together are one', async (t) => {
  const program = await ownProcessFor(t, { STOP_GRACE_SECS: '300' });
  const slow = await slowCallOf(t, program, '500ms');
  program.child.kill('SIGINT');
  program.child.kill('SIGINT');
  t.regex(await text(slow), /"orderId"/);
  t.is(await program.ended, 0);

  const other = await ownProcessFor(t, { STOP_GRACE_SECS: '300' });
  await slowCallOf(t, other, '10m');
  while (other.child.exitCode === null && other.child.signalCode === null) {
    other.child.kill('SIGINT');
    await wait(50);
  }
  t.is(await other.ended, 0);
});
