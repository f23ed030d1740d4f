import test from 'ava';
import { plainCard } from '../../helpers/payments/pay.ts';
import { payForm } from '../../helpers/payments/pay-form.ts';
import { storedCard } from '../../helpers/payments/stored-card.ts';
import { receiverFor } from '../../helpers/shop/receiver.ts';
import { type Control, controlOf } from '../../helpers/simulator/control.ts';
import {
  type Fields,
  type Json,
  simulatorFor,
  startMs,
  type TestSimulator,
} from '../../helpers/simulator/simulator.ts';

const minute = 60_000;

/** A merchant with something of everything. */
const busyShop = async (simulator: TestSimulator): Promise<{ readonly paidId: string; readonly openId: string }> => {
  const { call, json, register, callBare, clockOf } = simulator;
  const cart = {
    cartItems: {
      items: [{ positionId: '1', name: 'Cup', quantity: { value: 1, measure: 'pc' }, itemAmount: 1_500_000 }],
    },
  };
  const { orderId: paidId } = await register({
    orderNumber: 'paid',
    clientId: 'aida',
    orderBundle: JSON.stringify(cart),
  });
  await payForm({ callBare }, paidId, plainCard);
  await call('refund.do', { orderId: paidId, amount: '100', externalRefundId: 'r-1' });
  const { orderId: declinedId } = await register({ jsonParams: '{"scenario":"insufficient-funds"}' });
  await payForm({ callBare }, declinedId, plainCard);
  const challenged = await register();
  await payForm({ callBare }, challenged.orderId, { pan: '5555555555555599', expiry: '12/34', cvc: '123' });
  const bindingId = await storedCard(simulator, plainCard);
  const scheduleData = {
    scheduledSince: '2026-01-02T00:00:00.000+0000',
    scheduledTill: '2026-06-01T00:00:00.000+0000',
    value: 1,
    timeUnit: 'MONTHS',
  };
  await json('/recurrent/v1/task/create', {
    task: { merchantTaskUuid: 'gym', clientId: 'aida', bindingId, amount: 100, scheduleData },
  });
  await json('templates/create.do', { template: { name: 'Cup', amount: 100 } });
  await clockOf('test_user').advance(minute);
  const { orderId: openId } = await register({ orderNumber: 'open' });
  return { paidId, openId };
};

const stateOf = async (control: Control, login: string): Promise<Json> =>
  (await control(`GET /merchants/${login}/state`)).json;

test('a state goes out and in again under the same login, and nothing is different', async (t) => {
  const shop = await receiverFor(t, 200);
  const simulator = await simulatorFor(t, { scenarios: 'scenarios', callbacks: { url: shop.url, token: 'secret' } });
  const control = controlOf(t, simulator);
  await busyShop(simulator);
  await simulator.settled();
  const state = await stateOf(control, 'test_user');

  t.is((await control('PUT /merchants/test_user/state', state)).status, 200);

  t.deepEqual(await stateOf(control, 'test_user'), state);
  t.like(state, {
    format: 1,
    clock: { nowMs: startMs + minute, isFrozen: true },
    settings: { password: 'test_user_password' },
  });
  for (const name of ['orders', 'callbacks', 'storedCards', 'tasks', 'templates']) t.true(state[name].length > 0, name);
  t.notRegex(JSON.stringify(state), new RegExp(plainCard.pan));
});

test('a state of one gateway works in another, under another login', async (t) => {
  const first = await simulatorFor(t);
  const second = await simulatorFor(t, { merchants: [] });
  const { paidId, openId } = await busyShop(first);
  const state = await stateOf(controlOf(t, first), 'test_user');
  const control = controlOf(t, second);

  t.like((await control('PUT /merchants/copy/state', state)).json, { login: 'copy', password: 'test_user_password' });

  t.deepEqual(await stateOf(control, 'copy'), state);
  const own = (fields: Fields): Fields => ({ userName: 'copy', password: 'test_user_password', ...fields });
  t.like(await second.callBare('refund.do', own({ orderId: paidId, amount: '200' })), { errorCode: '0' });
  t.like(await second.callBare('getOrderStatusExtended.do', own({ orderNumber: 'paid' })), { orderStatus: 4 });
  const registered = await second.callBare(
    'register.do',
    own({ amount: '1', returnUrl: 'https://shop.example/', orderNumber: 'open' }),
  );
  t.is(registered['errorCode'], '1', 'its order numbers are taken');
  await second.clockOf('copy').advance(20 * minute);
  t.like(await second.callBare('getOrderStatusExtended.do', own({ orderId: openId })), {
    orderStatus: 6,
    actionCode: -2014,
  });
  await second.clockOf('copy').advance(24 * 60 * minute);
  const [task] = (await stateOf(control, 'copy'))['tasks'];
  t.is(task.attempts.length, 1, 'its recurring task pays');
  t.is(second.clock.now(), startMs, 'the clock of the process stays');
});

test('callbacks that wait are delivered when they are due', async (t) => {
  const shop = await receiverFor(t, 500, 200);
  const first = await simulatorFor(t, { callbacks: { url: shop.url } });
  const second = await simulatorFor(t);
  const { orderId } = await first.register();
  await payForm(first, orderId, plainCard);
  await first.settled();
  const state = await first.state('test_user');

  await second.setState('test_user', state);
  await second.settled();
  t.is(shop.received.length, 1, 'it is not yet due again');
  await second.clockOf('test_user').advance(30_000);
  await second.settled();

  t.is(state.callbacks[0]?.state, 'waiting');
  t.is(shop.received.length, 2);
  t.is((await second.state('test_user')).callbacks[0]?.state, 'delivered');
});

test('with new ids several merchants of one gateway have the same state', async (t) => {
  const simulator = await simulatorFor(t, { scenarios: 'scenarios' });
  const control = controlOf(t, simulator);
  const { paidId } = await busyShop(simulator);
  const state = await stateOf(control, 'test_user');

  const { json } = await control('PUT /merchants/copy/state', state);
  t.is(json['field'], 'orders.0.id');
  t.regex(json['detail'], /new ids/);
  t.is((await control('GET /merchants/copy')).status, 404, 'nothing was made');
  await control('PUT /merchants/copy/state?ids=new', state);

  const copy = await stateOf(control, 'copy');
  t.is(copy['orders'].length, state['orders'].length);
  t.false(JSON.stringify(copy).includes(paidId));
  const cards: Json[] = copy['storedCards'];
  t.true(
    cards.some(({ id }) => id === copy['tasks'][0].bindingId),
    'what refers to an id refers to the new one',
  );
  t.deepEqual(await stateOf(control, 'test_user'), state);
});

test('a seed that repeats the ids of the state does not make them twice', async (t) => {
  const first = await simulatorFor(t, { seed: 'x' });
  await first.register();
  const state = await first.state('test_user');
  const second = await simulatorFor(t, { seed: 'x' });
  await second.setState('test_user', state);

  await second.register();

  t.is((await second.state('test_user')).orders.length, 2);
});

const wrong: readonly (readonly [title: string, change: (state: Json) => unknown, field: string])[] = [
  ['another format', (state) => ({ ...state, format: 2 }), 'format'],
  ['no format', ({ format: _, ...state }) => state, 'format'],
  ['no clock', ({ clock: _, ...state }) => state, 'clock'],
  ['an unknown field', (state) => ({ ...state, order: [] }), 'order'],
  [
    'an unknown status',
    (state) => ({ ...state, orders: [{ ...state['orders'][0], status: 'payed' }] }),
    'orders.0.status',
  ],
  ['a field too many', (state) => ({ ...state, orders: [{ ...state['orders'][0], pan: '4111' }] }), 'orders.0.pan'],
  [
    'a number of a card',
    (state) => ({
      ...state,
      storedCards: [
        { ...state['storedCards'][0], card: { maskedPan: plainCard.pan, expiry: '203412', holder: '', brand: 'VISA' } },
      ],
    }),
    'storedCards.0.card.maskedPan',
  ],
  [
    'an order twice',
    (state) => ({ ...state, orders: [state['orders'][0], { ...state['orders'][0], orderNumber: 'other' }] }),
    'orders.1.id',
  ],
  [
    'an order number twice',
    (state) => ({ ...state, orders: [state['orders'][0], { ...state['orders'][0], id: 'other' }] }),
    'orders.1.orderNumber',
  ],
  [
    'an unknown scenario',
    (state) => ({ ...state, settings: { ...state['settings'], scenario: 'no-such' } }),
    'settings.scenario',
  ],
  [
    'a wrong scenario',
    (state) => ({ ...state, settings: { ...state['settings'], ownScenario: { attempts: 1 } } }),
    'settings',
  ],
  ['an unknown bank', (state) => ({ ...state, settings: { ...state['settings'], bank: 'berek' } }), 'settings'],
  ['a count of nothing', (state) => ({ ...state, counters: { x: 0 } }), 'counters.x'],
  ['no object', () => [], 'body'],
];
for (const [title, change, field] of wrong) {
  test(`a state with ${title} is refused, names ${field}, and changes nothing`, async (t) => {
    const simulator = await simulatorFor(t);
    const control = controlOf(t, simulator);
    await busyShop(simulator);
    const state = await stateOf(control, 'test_user');

    const { status, json } = await control('PUT /merchants/test_user/state', change(state) as object);

    t.is(status, 422);
    t.is(json['field'], field);
    t.deepEqual(await stateOf(control, 'test_user'), state);
  });
}

test('a state that nobody has is not found; a login that cannot be is refused', async (t) => {
  const simulator = await simulatorFor(t);
  const control = controlOf(t, simulator);
  const state = await stateOf(control, 'test_user');

  t.is((await control('GET /merchants/nobody/state')).json['field'], 'login');
  t.is((await control('PUT /merchants/%20/state', state)).json['field'], 'login');
  await t.throwsAsync(simulator.state('nobody'), { message: /nobody/ });
  await t.throwsAsync(simulator.setState('test_user', { format: 3 }), { name: 'StateError', message: /format 1/ });
});

test('a state may be larger and deeper than any other body', async (t) => {
  const simulator = await simulatorFor(t);
  const control = controlOf(t, simulator);
  const { orderId } = await simulator.register();
  const state = await simulator.state('test_user');
  const [order] = state.orders;
  const deep = JSON.parse(`${'{"a":'.repeat(31)}{}${'}'.repeat(31)}`) as Record<string, unknown>;
  const orders = Array.from({ length: 3_000 }, (_, index) => ({
    ...order,
    id: `${orderId}${index}`,
    orderNumber: `n-${index}`,
    description: 'x'.repeat(400),
    orderBundle: deep,
  }));

  t.is((await control('PUT /merchants/test_user/state', { ...state, orders })).status, 200);
  t.is((await simulator.store.orders.ofMerchant('test_user')).length, 3_000);
});
