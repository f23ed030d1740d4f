import type { ExecutionContext } from 'ava';
import { createClock } from '../../../../simulator/runtime/clock.ts';
import { createLeases } from '../../../../simulator/sharing/leases.ts';
import type { SimulatorOptions } from '../../../../simulator/simulator.ts';
import type { Store } from '../../../../simulator/store/store.ts';
import { eventually } from '../../../helpers/ava/eventually.ts';
import { testsOnEach } from '../../../helpers/ava/tests-on-store.ts';
import { plainCard } from '../../../helpers/payments/pay.ts';
import { payForm } from '../../../helpers/payments/pay-form.ts';
import { storedCard } from '../../../helpers/payments/stored-card.ts';
import { receiverFor } from '../../../helpers/shop/receiver.ts';
import { type Json, simulatorFor, startMs, type TestSimulator } from '../../../helpers/simulator/simulator.ts';
import { slowStore } from '../../../helpers/stores/slow-store.ts';
import { type JoinStore, sharedStores } from './shared-stores.ts';

const twentyMinutesMs = 20 * 60_000;

/** What every store that several processes can share does for them. */
const test = (title: string, run: (t: ExecutionContext, join: JoinStore) => Promise<void>): void => {
  for (const [kind, make] of Object.entries(sharedStores))
    testsOnEach(kind)(`${kind}: ${title}`, async (t) => run(t, await make()));
};

/** The store as a process has it that is gone with the test. */
const storeFor = async (t: ExecutionContext, join: JoinStore): Promise<Store> => {
  const store = await join();
  t.teardown(store.close);
  return store;
};

/** Two simulators with one store. */
const pairFor = async (t: ExecutionContext, join: JoinStore, options: SimulatorOptions = {}) => {
  const start = async () => simulatorFor(t, { clock: createClock({ startMs }), store: await join(), ...options });
  return { one: await start(), other: await start() };
};

/** The same, where calls of both come between one another. */
const slowPairFor = (t: ExecutionContext, join: JoinStore, options: SimulatorOptions = {}) =>
  pairFor(t, async () => slowStore(await join()), options);

const paid = async (simulator: TestSimulator): Promise<string> => {
  const { orderId } = await simulator.register();
  await payForm(simulator, orderId, plainCard);
  return orderId;
};

test('an order that is registered at one is paid and refunded at the other', async (t, join) => {
  const { one, other } = await pairFor(t, join);
  const { orderId } = await one.register();

  await payForm(other, orderId, plainCard);

  t.is((await one.status(orderId))['orderStatus'], 2);
  t.is((await other.call('refund.do', { orderId, amount: '500' }))['errorCode'], '0');
  t.is((await one.status(orderId))['orderStatus'], 4);
});

test('time that is moved at one has moved at the other, for all that it brings', async (t, join) => {
  const { one, other } = await pairFor(t, join);
  const { orderId } = await other.register();

  await one.clockOf('test_user').advance(twentyMinutesMs);

  t.is((await one.status(orderId))['actionCode'], -2014);
  t.is((await other.status(orderId))['actionCode'], -2014);
  t.is(other.clockOf('test_user').now(), startMs + twentyMinutesMs);
});

test('a clock that is stopped, started and reset at one is so at the other', async (t, join) => {
  const { one, other } = await pairFor(t, join, { clock: createClock() });
  const seenAtOther = async () => {
    await other.call('getOrderStatusExtended.do', { orderId: 'none' });
    return other.clockOf('test_user').isFrozen();
  };

  await one.clockOf('test_user').freeze();
  t.true(await seenAtOther());
  await one.clockOf('test_user').run();
  t.false(await seenAtOther());
  await one.clockOf('test_user').freeze();
  t.true(await seenAtOther());
  await one.resetMerchant('test_user');
  t.false(await seenAtOther());
});

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

test('what a process leaves undone that is gone, the other does', async (t, join) => {
  const { url, operations } = await receiverFor(t, 200);
  const start = async () =>
    simulatorFor(t, { clock: createClock(), store: await join(), sessionTimeoutSecs: 1, callbacks: { url } });
  const [gone, left] = [await start(), await start()];
  const { orderId } = await gone.register();
  await gone.stop();

  await eventually(t, operations, (heard) => heard.length > 0);

  t.deepEqual(operations(), ['declinedByTimeout=0']);
  t.is((await left.status(orderId))['actionCode'], -2014);
});

test('work in time comes after the work of another process; a failure gives it free', async (t, join) => {
  const leasesFor = async () => createLeases((await storeFor(t, join)).sharing);
  const [one, other] = [await leasesFor(), await leasesFor()];
  let finish = (): void => {};
  let hasBegun = false;
  const first = one.alone('work', () => {
    hasBegun = true;
    return new Promise<void>((resolve) => {
      finish = resolve;
    });
  });
  await eventually(t, () => hasBegun, Boolean);

  t.is(await other.alone('work', async () => 'second'), undefined);
  const second = other.inTime('work', async () => 'second');
  finish();

  t.deepEqual(await first, { result: undefined });
  t.is(await second, 'second');
  await t.throwsAsync(
    one.alone('work', () => Promise.reject(new Error('failed'))),
    { message: 'failed' },
  );
  t.deepEqual(await other.alone('work', async () => 'third'), { result: 'third' });
});

test('what a process holds that is gone is free at once', async (t, join) => {
  const [gone, left] = [await join(), await storeFor(t, join)];
  await gone.sharing?.take('work', 3_600_000);
  t.false(await left.sharing?.take('work', 3_600_000));

  await gone.close();

  await eventually(t, () => left.sharing?.take('work', 3_600_000), Boolean);
});

/** What became of the same thing, done many times at once, by turns at one and at the other. */
const manyTimes = <T>(
  { one, other }: { one: TestSimulator; other: TestSimulator },
  act: (at: TestSimulator, turn: number) => Promise<T>,
) => Promise.allSettled(Array.from({ length: 20 }, async (_, turn) => act(turn % 2 === 0 ? one : other, turn)));

const isDone = ({ status }: PromiseSettledResult<unknown>): boolean => status === 'fulfilled';

test('of many merchants that are made with one login at both, one is kept', async (t, join) => {
  const pair = await slowPairFor(t, join);

  const made = await manyTimes(pair, (at, turn) => at.makeMerchant({ login: 'aida', password: `secret-${turn}` }));

  t.is(made.filter(isDone).length, 1);
  for (const result of made)
    if (result.status === 'rejected')
      t.is(result.reason.message, 'login: expected a new one, but there is a merchant aida');
  const password = `secret-${made.findIndex(isDone)}`;
  t.is(
    (await pair.other.callBare('getBindings.do', { userName: 'aida', password, clientId: 'none' }))['errorCode'],
    '2',
  );
});

test('of many merchants that get one token at both, one has it', async (t, join) => {
  const pair = await slowPairFor(t, join);
  const settings = { token: 'public' };
  for (let turn = 10; turn < 20; turn++) await pair.one.makeMerchant({ login: `shop-${turn}` });

  const made = await manyTimes(pair, (at, turn) =>
    turn < 10 ? at.makeMerchant({ login: `shop-${turn}`, ...settings }) : at.changeMerchant(`shop-${turn}`, settings),
  );

  t.is(made.filter(isDone).length, 1);
  for (const result of made)
    if (result.status === 'rejected') t.is(result.reason.message, 'token: expected one that no other merchant has');
  t.deepEqual(
    (await pair.one.merchants()).filter(({ token }) => token !== undefined).map(({ login }) => login),
    [`shop-${made.findIndex(isDone)}`],
  );
});

test('a newcomer that calls both at once is one merchant, with the password that was kept', async (t, join) => {
  const pair = await slowPairFor(t, join, { merchants: [{ login: '*', password: '' }] });
  const register = (at: TestSimulator, turn: number) =>
    at.callBare('register.do', {
      userName: 'newcomer',
      password: turn < 10 ? 'first' : 'second',
      amount: '100',
      returnUrl: 'https://shop.example/return',
    });

  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, turn) => register(turn % 2 === 0 ? pair.one : pair.other, turn)),
  );

  const kept = await pair.one.store.merchants.find('newcomer');
  t.deepEqual(
    answers.map((answer, turn) => ('orderId' in answer ? (turn < 10 ? 'first' : 'second') : answer['errorCode'])),
    answers.map((_, turn) => ((turn < 10 ? 'first' : 'second') === kept?.password ? kept.password : '5')),
  );
});

test("of many tasks that are made with one id of the merchant's own at both, one is kept", async (t, join) => {
  const pair = await slowPairFor(t, join);
  const bindingId = await storedCard(pair.one, plainCard);
  const task = {
    ...{ merchantTaskUuid: 'gold', clientId: 'aida', bindingId, amount: 100, currency: 398, params: {} },
    scheduleData: {
      ...{ value: '1', timeUnit: 'DAYS' },
      ...{ scheduledSince: '2026-01-02T00:00:00.000+0500', scheduledTill: '2026-01-06T00:00:00.000+0500' },
    },
  };

  const made = await manyTimes(pair, async (at) => at.json('/recurrent/v1/task/create', { task }));

  const answers = made.map((result) => (result.status === 'fulfilled' ? result.value['status'] : result.reason));
  t.is(answers.filter((status) => status === 'SUCCESS').length, 1);
  t.is((await pair.one.store.tasks.ofMerchant('test_user')).length, 1);
});

/** Templates of the merchant at a simulator. */
const templatesAt = (at: TestSimulator) => ({
  put: async (call: string, template: object) => (await at.json(`templates/${call}.do`, { template }))['template'],
  register: (templateId: string, fields: object = {}) =>
    at.json('registerByTemplate.do', { userName: undefined, password: undefined, templateId, ...fields }),
});

test('a template for one order makes one, though both are asked at once', async (t, join) => {
  const pair = await slowPairFor(t, join);
  const template = { name: 'Tea', amount: 5000, singlePayment: true };
  const { templateId } = await templatesAt(pair.one).put('create', template);

  await manyTimes(pair, (at) => templatesAt(at).register(templateId));

  t.is((await pair.one.store.orders.ofMerchant('test_user')).length, 1);
});

test('what is changed of a template at both is all kept', async (t, join) => {
  const pair = await slowPairFor(t, join);
  const { templateId } = await templatesAt(pair.one).put('create', { name: 'Tea', amount: 5000 });

  await manyTimes(pair, (at, turn) => {
    const additionalParams = [{ name: `param-${turn}`, value: 'x' }];
    return templatesAt(at).put('update', { templateId, additionalParams });
  });

  const { additionalParams } = await templatesAt(pair.one).put('get', { templateId });
  t.is(additionalParams.length, 20);
});

test('each of many moves of a clock counts, wherever it is made', async (t, join) => {
  const pair = await slowPairFor(t, join);

  await manyTimes(pair, (at) => at.clockOf('test_user').advance(60_000));

  for (const at of [pair.one, pair.other]) {
    await at.call('getOrderStatusExtended.do', { orderId: 'none' });
    t.is(at.clockOf('test_user').now(), startMs + twentyMinutesMs);
  }
});

test('an answer that a scenario delays comes when time is moved at the other', async (t, join) => {
  const { one, other } = await pairFor(t, join);
  await one.setScenario('test_user', { gateway: [{ on: 'getOrderStatusExtended', do: { delay: '10m' } }] });
  let answer: unknown;
  void one.status('none').then((late) => {
    answer = late;
  });

  await eventually(
    t,
    async () => {
      await other.clockOf('test_user').advance(600_000);
      return answer;
    },
    (late) => late !== undefined,
  );

  t.like(answer, { errorCode: '6' });
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
