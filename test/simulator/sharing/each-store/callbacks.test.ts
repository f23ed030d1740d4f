import type { ExecutionContext } from 'ava';
import { eventually } from '../../../helpers/ava/eventually.ts';
import { plainCard } from '../../../helpers/payments/pay.ts';
import { payForm } from '../../../helpers/payments/pay-form.ts';
import { receiverFor } from '../../../helpers/shop/receiver.ts';
import type { Json, TestSimulator } from '../../../helpers/simulator/simulator.ts';
import type { JoinStore } from './shared-stores.ts';
import { paid, pairFor, storeFor, test, twentyMinutesMs } from './simulator-pair.ts';

test('a callback goes out once, though both know of it', async (t, join) => {
  const { url, received, operations } = await receiverFor(t, 200);
  const { one, other } = await pairFor(t, join, { callbacks: { url } });

  const orderIds = await Promise.all([one, other, one, other, one].map(paid));
  await Promise.all([one, other].map((simulator) => simulator.clockOf('test_user').advance(60_000)));

  await eventually(
    t,
    () => received.length,
    (count) => count >= orderIds.length,
  );
  await Promise.all([one.settled(), other.settled()]);
  t.deepEqual(
    operations(),
    orderIds.map(() => 'deposited=1'),
  );
});

test('a callback that the other has on its way arrives before time moves on', async (t, join) => {
  const { url, received, release } = await receiverFor(t, 'hang', 200);
  const { one, other } = await pairFor(t, join, { callbacks: { url } });
  const orderId = await paid(one);
  await eventually(
    t,
    () => received.length,
    (count) => count > 0,
  );

  const moved = other.clockOf('test_user').advance(twentyMinutesMs);
  setTimeout(release, 100);
  await moved;

  t.like((await other.store.callbacks.about(orderId))[0], { state: 'delivered' });
  t.is(received.length, 1);
});

test('a callback that its process holds and does not send goes out when it is given free', async (t, join) => {
  const { url, received } = await receiverFor(t, 200);
  const { one, other } = await pairFor(t, join, { callbacks: { url } });
  const { orderId } = await one.register();
  const { sharing } = await storeFor(t, join);
  await sharing?.take(`callbacks about ${orderId}`, 3_600_000);
  await payForm(one, orderId, plainCard);
  for (const { clockOf } of [one, other]) await clockOf('test_user').settled();
  t.is(received.length, 0);

  await sharing?.release(`callbacks about ${orderId}`);

  await eventually(
    t,
    () => received.length,
    (count) => count > 0,
  );
  await Promise.all([one.settled(), other.settled()]);
  t.is(received.length, 1);
});

/** A callback that the shop does not answer before it is released; it is on its way from the first of a pair. */
const hangingCallback = async (t: ExecutionContext, join: JoinStore) => {
  const shop = await receiverFor(t, 'hang');
  const pair = await pairFor(t, join, { callbacks: { url: shop.url } });
  const orderId = await paid(pair.one);
  await eventually(
    t,
    () => shop.received.length,
    (count) => count > 0,
  );
  return { ...pair, shop, orderId };
};

/** So that whatever was begun before, and waits for nobody, is over. */
const askOften = async (at: TestSimulator): Promise<void> => {
  for (let turn = 0; turn < 30; turn++) await at.call('getOrderStatusExtended.do', { orderId: 'none' });
};

/** Says whether a promise has been kept. */
const watched = (promise: Promise<unknown>) => {
  const seen = { isOver: false };
  const over = promise.then(() => {
    seen.isOver = true;
  });
  return { over, isOver: () => seen.isOver };
};

const postTo = async ({ controlUrl }: TestSimulator, path: string, body: object = {}): Promise<Json> => {
  const answer = await fetch(`${controlUrl}/merchants/test_user${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await answer.json()) as Json;
};

for (const [what, wait] of Object.entries({
  'who settles callbacks': (at: TestSimulator) => postTo(at, '/callbacks/settle'),
  'who moves the clock': (at: TestSimulator) => postTo(at, '/clock/advance', { by: '1s' }),
  'who asks in process': (at: TestSimulator) => at.settled(),
}))
  test(`${what} waits for a callback that is on its way from the other`, async (t, join) => {
    const { other, shop, orderId } = await hangingCallback(t, join);

    const waiting = watched(wait(other));
    await askOften(other);
    t.false(waiting.isOver());
    shop.release();
    await waiting.over;

    t.is((await other.store.callbacks.about(orderId))[0]?.state, 'delivered');
  });

test('a callback that comes before the redirect is awaited, though the other is at one of the same order', async (t, join) => {
  const { one, other, shop, orderId } = await hangingCallback(t, join);
  await one.setScenario('test_user', { callbacks: [{ on: 'refunded', do: { beforeRedirect: true } }] });

  const refund = watched(other.call('refund.do', { orderId, amount: '100' }));
  await askOften(other);
  shop.release();
  await eventually(
    t,
    () => shop.received.length,
    (count) => count > 1,
  );
  await askOften(other);
  t.false(refund.isOver());
  shop.release();
  await refund.over;

  t.is((await other.store.callbacks.about(orderId))[1]?.state, 'delivered');
});
