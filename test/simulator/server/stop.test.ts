import { once } from 'node:events';
import type { Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import test, { type ExecutionContext } from 'ava';
import { memoryStore } from '../../../simulator/store/memory/memory-store.ts';
import { eventually } from '../../helpers/ava/eventually.ts';
import { pay, plainCard } from '../../helpers/payments/pay.ts';
import { receiverFor } from '../../helpers/shop/receiver.ts';
import { simulatorFor, type TestSimulator } from '../../helpers/simulator/simulator.ts';
import { connectionTo, get, register, slowRegister } from './slow-register.ts';

/** Longer than a test may take: whoever waits for it hangs. */
const foreverMs = 600_000;

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
