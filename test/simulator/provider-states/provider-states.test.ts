import test from 'ava';
import { banks } from '../../../simulator/banks/all.ts';
import { bereke } from '../../../simulator/banks/bereke.ts';
import { createClock } from '../../../simulator/runtime/clock.ts';
import { controlOf } from '../../helpers/simulator/control.ts';
import { type Json, login, simulatorFor } from '../../helpers/simulator/simulator.ts';

/** Parameters that a state cannot do without. */
const needed: Readonly<Record<string, object>> = {
  'an order that verified a card exists': { amount: 0 },
  'a customer pays by phone': { wallet: 'google' },
};

test('every provider state is reached over HTTP, and gives what the list says', async (t) => {
  const simulator = await simulatorFor(t);
  const control = controlOf(t, simulator);
  const { states } = (await control('GET /provider-states')).json;

  t.true(states.length > 30);
  for (const { state, gives } of states as Json[]) {
    const { status, json, text } = await control('POST /provider-states', {
      state,
      params: needed[state] ?? {},
      action: 'setup',
    });
    t.is(status, 200, `${state}: ${text}`);
    t.deepEqual(Object.keys(json).toSorted(), [...gives].toSorted(), state);
    t.is((await control('POST /provider-states', { state, action: 'teardown' })).status, 200);
  }
});

test('a state takes parameters, and what it gives can be used at once', async (t) => {
  const simulator = await simulatorFor(t);
  const control = controlOf(t, simulator);
  const params = { orderId: '01a20a9c-ab70-759c-9d64-24408e9b082a', orderNumber: 'A-1', amount: 5000, part: 2000 };

  const { json } = await control('POST /provider-states', {
    consumer: 'shop',
    state: 'an order refunded in part exists',
    states: ['an order refunded in part exists'],
    params,
    action: 'setup',
  });

  t.deepEqual(json, { orderId: params.orderId, orderNumber: 'A-1' });
  t.like(await simulator.status(params.orderId), {
    orderStatus: 4,
    amount: 5000,
    paymentAmountInfo: { refundedAmount: 2000 },
  });
});

test('a teardown resets the merchant, so that the next interaction begins anew', async (t) => {
  const simulator = await simulatorFor(t);
  const control = controlOf(t, simulator);
  const setUp = () =>
    control('POST /provider-states', { state: 'a registered order exists', params: { orderNumber: 'A-1' } });

  t.is((await setUp()).status, 200);
  const again = await setUp();
  t.is(again.status, 409, 'the order number is taken');
  t.is(again.json['field'], 'state');
  await control('POST /provider-states', { state: 'a registered order exists', action: 'teardown' });
  t.is((await setUp()).status, 200);
});

test('a state is of the merchant that is asked for', async (t) => {
  const simulator = await simulatorFor(t);
  const control = controlOf(t, simulator);
  const made = (await control('POST /merchants', { login: 'own', password: 'p' })).json;
  const state = 'an order paid in one phase exists';

  const { json } = await control('POST /provider-states?login=own', { state });

  t.is((await simulator.store.orders.find(json['orderId']))?.merchant, made['login']);
  t.is((await control('POST /provider-states?login=nobody', { state })).json['field'], 'login');
  t.deepEqual((await control('POST /provider-states', { state: 'the shop has a login' })).json, login);
});

test('the states are reached where the world calls the gateway otherwise, and with a port of its own for the control API', async (t) => {
  const simulator = await simulatorFor(t, { publicUrl: 'https://gateway.example', controlPort: 0 });

  const { status, text } = await controlOf(t, simulator)('POST /provider-states', {
    state: "an order with the customer at the issuer's page exists",
  });

  t.is(status, 200, text);
});

for (const bank of banks.filter(({ name, wantsCart }) => name !== bereke.name && !wantsCart)) {
  test(`states of orders are reached as ${bank.name}`, async (t) => {
    const simulator = await simulatorFor(t, { bank });
    const control = controlOf(t, simulator);

    for (const state of [
      'an order paid in one phase exists',
      'an order refunded in part exists',
      'an expired order exists',
    ]) {
      const { status, text } = await control('POST /provider-states', { state });
      t.is(status, 200, text);
    }
  });
}

const wrong: readonly (readonly [body: object | string, status: number, field: string, says: RegExp])[] = [
  [{ state: 'the moon is full' }, 422, 'state', /"the moon is full".*"a registered order exists"/],
  [{ state: 'a registred order exists' }, 422, 'state', /did you mean "a registered order exists"/],
  [{ state: 'toString' }, 422, 'state', /no provider state/],
  [{}, 422, 'state', /expected string/],
  [{ state: 'a registered order exists', action: 'undo' }, 422, 'action', /setup/],
  [{ state: 'a registered order exists', params: [] }, 422, 'params', /expected record/],
  [{ state: 'a registered order exists', params: { amount: -1 } }, 409, 'state', /.+/],
  [{ state: 'a registered order exists', params: { currency: 'XXX' } }, 409, 'state', /.+/],
  [{ state: 'a customer pays by phone', params: { wallet: 'none' } }, 409, 'state', /wallet: expected apple/],
  ['{', 400, 'body', /JSON/],
];
for (const [body, status, field, says] of wrong) {
  test(`a provider state asked for with ${JSON.stringify(body)} is ${status} and names ${field}`, async (t) => {
    const control = controlOf(t, await simulatorFor(t));

    const { json } = await control('POST /provider-states', body);

    t.is(json['status'], status);
    t.is(json['field'], field);
    t.regex(json['detail'], says);
  });
}

test('a contract without states asks for none', async (t) => {
  const control = controlOf(t, await simulatorFor(t));

  t.deepEqual((await control('POST /provider-states', { state: '', action: 'setup' })).json, {});
});

test('a state that is not reached tells what the gateway does not do', async (t) => {
  const { json } = await controlOf(t, await simulatorFor(t))('POST /provider-states', {
    state: 'an order declined for good exists',
    params: { actionCode: 0 },
  });

  t.is(
    json['detail'],
    '"an order declined for good exists" was not reached: the gateway does not decline an order after the last try: the order has orderStatus 2 with actionCode 0 instead of 6 with 0',
  );
});

for (const startMs of [Date.UTC(2028, 1, 29, 23, 59), Date.UTC(2031, 11, 31, 23, 59)]) {
  test(`states have the dates of the merchant's clock, at ${new Date(startMs).toISOString()}`, async (t) => {
    const control = controlOf(t, await simulatorFor(t, { clock: createClock({ startMs }) }));
    const given = async (state: string) => (await control('POST /provider-states', { state })).json;

    const dates = await given('the shop knows the date');
    const now = new Date(startMs).toISOString().replace(/\D/g, '').slice(0, 14);
    t.true(dates['from'] < now && now < dates['to']);
    t.true(Date.parse(dates['scheduledSince']) > startMs);
    t.truthy((await given('a recurring task exists'))['taskUuid']);
    t.truthy((await given('a stopped recurring task exists'))['taskUuid']);
  });
}

test('two merchants have an order under the same number, and the neighbour is there once', async (t) => {
  const simulator = await simulatorFor(t);
  const control = controlOf(t, simulator);
  const state = 'two merchants have an order under the same number';
  await control('POST /provider-states', { state });
  await control('POST /provider-states', { state, action: 'teardown' });

  const { json } = await control('POST /provider-states', { state });

  const [own, other] = await Promise.all(
    [json['orderId'], json['neighboursOrderId']].map((id) => simulator.store.orders.find(id)),
  );
  t.is(own?.orderNumber, other?.orderNumber);
  t.not(own?.merchant, other?.merchant);
  t.is((await simulator.store.merchants.all()).length, 2);
});
