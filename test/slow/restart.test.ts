import type { ExecutionContext } from 'ava';
import { createClock } from '../../simulator/runtime/clock.ts';
import type { SimulatorOptions } from '../../simulator/simulator.ts';
import { openStore } from '../../simulator/store/open-store.ts';
import { eventually } from '../helpers/ava/eventually.ts';
import { testsOn } from '../helpers/ava/tests-on-store.ts';
import { plainCard } from '../helpers/payments/pay.ts';
import { payForm } from '../helpers/payments/pay-form.ts';
import { storedCard } from '../helpers/payments/stored-card.ts';
import { receiverFor } from '../helpers/shop/receiver.ts';
import { simulatorFor, startMs, type TestSimulator } from '../helpers/simulator/simulator.ts';
import { type LastingStore, lastingStores } from '../helpers/stores/stores.ts';

const minuteMs = 60_000;

interface StartOptions extends SimulatorOptions {
  /** How long after the first start. */
  readonly laterMs?: number;
}

type Restart = (options?: StartOptions) => Promise<TestSimulator>;

/** Starts simulators on one store, one after the other; each call stops the one before. */
const restartsOn = async (kind: LastingStore, t: ExecutionContext): Promise<Restart> => {
  const name = await lastingStores[kind](t);
  let stop = async (): Promise<void> => {};
  return async ({ laterMs = 0, ...options } = {}) => {
    await stop();
    const store = await openStore(name);
    const clock = createClock({ startMs: startMs + laterMs });
    const simulator = await simulatorFor(t, { store, clock, ...options });
    stop = simulator.stop;
    return simulator;
  };
};

/** What every store that lasts keeps across a restart. */
const test = (title: string, run: (t: ExecutionContext, restart: Restart) => Promise<void>): void => {
  for (const kind of Object.keys(lastingStores) as LastingStore[])
    testsOn(kind)(`${kind}: ${title}`, async (t) => run(t, await restartsOn(kind, t)));
};

test('orders are there after a restart, and their numbers are taken', async (t, restart) => {
  const first = await restart();
  const { orderId } = await first.register({ orderNumber: 'N-1' });
  await payForm(first, orderId, plainCard);
  await first.call('refund.do', { orderId, amount: '500' });
  const before = await first.status(orderId);

  const second = await restart();

  t.deepEqual(await second.status(orderId), before);
  t.is((await second.call('register.do', { orderNumber: 'N-1', amount: '1', returnUrl: 'x' }))['errorCode'], '1');
  t.is((await second.call('refund.do', { orderId, amount: '500' }))['errorCode'], '0');
});

test('stored cards are there after a restart, and pay', async (t, restart) => {
  const bindingId = await storedCard(await restart(), plainCard);

  const second = await restart();

  const { bindings } = await second.call('getBindings.do', { clientId: 'aida' });
  t.deepEqual(
    bindings.map((binding: { readonly bindingId: string }) => binding.bindingId),
    [bindingId],
  );
  const { orderId } = await second.register({ clientId: 'aida' });
  await second.call('paymentOrderBinding.do', { mdOrder: orderId, bindingId, tii: 'F', ip: '192.0.2.7' });
  t.is((await second.status(orderId))['orderStatus'], 2);
});

test('what a scenario does a number of times is counted across a restart', async (t, restart) => {
  const twice = { gateway: [{ on: 'getOrderStatusExtended', times: 2, do: { errorCode: 7 } }] };
  const first = await restart();
  await first.setScenario('test_user', twice);
  const { orderId } = await first.register();
  t.is((await first.status(orderId))['errorCode'], '7');

  const second = await restart();

  t.is((await second.status(orderId))['errorCode'], '7', 'the merchant has its scenario still');
  t.is((await second.status(orderId))['errorCode'], '0');
});

test('an order whose time ran out while nothing ran expires at the start, and the shop hears of it', async (t, restart) => {
  const shop = await receiverFor(t, 200);
  const first = await restart({ callbacks: { url: shop.url } });
  await first.register();

  const second = await restart({ laterMs: 21 * minuteMs });
  await second.clock.advance(0);
  await second.settled();

  t.deepEqual(shop.operations(), ['declinedByTimeout=0']);
});

test('a recurring payment that was due while nothing ran is made at the start', async (t, restart) => {
  const first = await restart();
  const scheduleData = {
    value: '1',
    timeUnit: 'DAYS',
    scheduledSince: '2026-01-02T00:00:00.000+0000',
    scheduledTill: '2026-01-09T00:00:00.000+0000',
  };
  const bindingId = await storedCard(first, plainCard);
  const task = { merchantTaskUuid: 'M-1', clientId: 'aida', bindingId, amount: 100, currency: 398, scheduleData };
  await first.json('/recurrent/v1/task/create', { task });

  const second = await restart({ laterMs: 24 * 60 * minuteMs });
  await second.clock.advance(0);
  await second.settled();

  const [order] = (await second.orders('test_user')).orders;
  t.like(order, { status: 'deposited', amountMinor: 100 });
});

test('a callback that waited arrives after the restart, and one that was delivered does not come again', async (t, restart) => {
  const shop = await receiverFor(t, 200, 500, 200);
  const first = await restart({ callbacks: { url: shop.url } });
  for (const orderNumber of ['heard', 'waits']) {
    const { orderId } = await first.register({ orderNumber });
    await payForm(first, orderId, plainCard);
    await first.settled();
  }
  t.is(shop.received.length, 2);

  const second = await restart({ laterMs: minuteMs });
  await second.clock.advance(0);
  await second.settled();

  t.deepEqual(
    shop.received.map(({ form }) => form.get('orderNumber')),
    ['heard', 'waits', 'waits'],
  );
});

test('a callback under way when the simulator stops is sent again after the restart', async (t, restart) => {
  const shop = await receiverFor(t, 'hang', 200);
  const first = await restart({ callbacks: { url: shop.url } });
  const { orderId } = await first.register();
  await payForm(first, orderId, plainCard);
  await eventually(t, shop.operations, ({ length }) => length === 1);

  const second = await restart();
  shop.release();
  await second.settled();

  t.deepEqual(shop.operations(), ['deposited=1', 'deposited=1']);
});

test('the clock of a merchant stands where it was left, or has run on', async (t, restart) => {
  const running = () => createClock();
  const first = await restart({
    clock: running(),
    merchants: [merchant('frozen'), merchant('ahead'), merchant('as-all')],
  });
  const hourMs = 60 * minuteMs;
  await first.clockOf('frozen').freeze();
  await first.clockOf('frozen').set(startMs);
  await first.clockOf('ahead').advance(hourMs);

  const second = await restart({ clock: running(), merchants: [] });

  t.is(second.clockOf('frozen').now(), startMs);
  t.true(second.clockOf('frozen').isFrozen());
  t.false(second.clockOf('ahead').isFrozen());
  const aheadMs = second.clockOf('ahead').now() - second.clock.now();
  t.true(Math.abs(aheadMs - hourMs) < 1000);
  t.true(Math.abs(second.clockOf('as-all').now() - second.clock.now()) < 1000);

  await second.resetMerchant('frozen');
  const third = await restart({ clock: running(), merchants: [] });
  t.false(third.clockOf('frozen').isFrozen());
});

const merchant = (login: string) => ({ login, password: 'secret' });

test('a merchant keeps its settings, but for what the start says of it', async (t, restart) => {
  const first = await restart({ merchants: [merchant('aida')], merchantName: 'Tea' });
  await first.makeMerchant({ login: 'made', password: 'own' });
  await first.setScenario('aida', 'three-declines');
  await first.setCallbacks('aida', { url: 'https://shop.example/own', method: 'POST' });

  const second = await restart({
    merchants: [{ login: 'aida', password: 'changed' }, merchant('new')],
    callbacks: { url: 'https://shop.example/new' },
  });

  t.like(await second.store.merchants.find('aida'), {
    password: 'changed',
    name: 'Tea',
    scenario: 'three-declines',
    callbacks: { url: 'https://shop.example/new', method: 'POST' },
  });
  t.like(await second.store.merchants.find('new'), { name: 'Demo Store', callbacks: { method: 'GET' } });
  t.is((await second.store.merchants.find('made'))?.password, 'own');
});

test('nothing of a deleted merchant comes back', async (t, restart) => {
  const first = await restart({ merchants: [] });
  const { login, password } = await first.makeMerchant();
  const { orderId } = await first.call('register.do', { userName: login, password, amount: '100', returnUrl: 'x' });
  await first.clockOf(login).advance(minuteMs);
  await first.deleteMerchant(login);

  const { store } = await restart({ merchants: [] });

  t.is(await store.orders.find(orderId), undefined);
  t.deepEqual(await store.merchants.all(), []);
  t.deepEqual(await store.clocks.all(), []);
});
