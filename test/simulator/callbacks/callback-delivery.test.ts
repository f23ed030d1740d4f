import test from 'ava';
import { hold, payWith } from '../../helpers/payments/paid-order.ts';
import { plainCard } from '../../helpers/payments/pay.ts';
import { receiverFor } from '../../helpers/shop/receiver.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';

test('tries again every thirty seconds, gives up after three failures, and keeps every try', async (t) => {
  const shop = await receiverFor(t, 500);
  const simulator = await simulatorFor(t, { callbacks: { url: shop.url } });
  const orderId = await payWith(simulator, plainCard.pan);
  const seen: number[] = [];
  for (const ms of [0, 29_999, 1, 29_999, 1, 600_000]) {
    await simulator.clock.advance(ms);
    await simulator.settled();
    seen.push(shop.received.length);
  }

  t.deepEqual(seen, [1, 1, 2, 2, 3, 3]);
  const [callback] = await simulator.store.callbacks.about(orderId);
  t.is(callback?.state, 'given-up');
  t.deepEqual(
    callback?.tries.map(({ httpStatus }) => httpStatus),
    [500, 500, 500],
  );
});

test('delivers in order: what comes later waits for what could not be delivered yet', async (t) => {
  const shop = await receiverFor(t, 503, 200);
  const simulator = await simulatorFor(t, { callbacks: { url: shop.url } });
  const orderId = await hold(simulator);
  await simulator.settled();
  await simulator.call('deposit.do', { orderId });
  await simulator.settled();
  t.deepEqual(shop.operations(), ['approved=1']);

  await simulator.clock.advance(30_000);
  await simulator.settled();

  t.deepEqual(shop.operations(), ['approved=1', 'approved=1', 'deposited=1']);
});

test('counts only 200 as delivered: no redirect, no other 2xx, no refused connection', async (t) => {
  for (const answer of [201, 204, 302, 404]) {
    const shop = await receiverFor(t, answer);
    const simulator = await simulatorFor(t, { callbacks: { url: shop.url, mostFailures: 1 } });
    const orderId = await payWith(simulator, plainCard.pan);
    await simulator.settled();

    t.is((await simulator.store.callbacks.about(orderId))[0]?.state, 'given-up', String(answer));
    t.is(shop.received.length, 1);
  }
  const nobody = await simulatorFor(t, { callbacks: { url: 'http://127.0.0.1:1/', mostFailures: 1 } });
  const orderId = await payWith(nobody, plainCard.pan);
  await nobody.settled();
  t.truthy((await nobody.store.callbacks.about(orderId))[0]?.tries[0]?.error);
});

test('never lets a shop that hangs delay an answer, or the callbacks of another order', async (t) => {
  const hanging = await receiverFor(t, 'hang');
  const other = await receiverFor(t, 200);
  const simulator = await simulatorFor(t, { callbacks: { url: hanging.url } });
  const orderId = await payWith(simulator, plainCard.pan);

  t.is((await simulator.status(orderId))['orderStatus'], 2);
  await payWith(simulator, plainCard.pan, { dynamicCallbackUrl: other.url });
  await other.hasReceived();

  t.deepEqual(other.operations(), ['deposited=1']);
});

test('goes on with other orders and times while a shop hangs on one', async (t) => {
  const hanging = await receiverFor(t, 'hang');
  const other = await receiverFor(t, 500, 200);
  const simulator = await simulatorFor(t, { callbacks: { url: hanging.url } });
  await payWith(simulator, plainCard.pan);
  await hanging.hasReceived();

  await payWith(simulator, plainCard.pan, { dynamicCallbackUrl: other.url });
  await other.hasReceived();
  await simulator.clock.advance(30_000);
  await other.hasReceived(2);

  t.deepEqual(other.operations(), ['deposited=1', 'deposited=1']);
  t.is(hanging.received.length, 1);
});

test('follows the merchant`s own pace of repeating', async (t) => {
  const shop = await receiverFor(t, 500);
  const callbacks = { url: shop.url, retryAfterMs: 1_000, mostFailures: 5 };
  const simulator = await simulatorFor(t, { callbacks });
  const orderId = await payWith(simulator, plainCard.pan);
  await simulator.settled();

  for (let second = 0; second < 10; second += 1) {
    await simulator.clock.advance(1_000);
    await simulator.settled();
  }

  t.is(shop.received.length, 5);
  t.is((await simulator.store.callbacks.about(orderId))[0]?.state, 'given-up');
});
