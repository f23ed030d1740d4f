import test from 'ava';
import { banks } from '../../../simulator/banks/all.ts';
import { bereke } from '../../../simulator/banks/bereke.ts';
import { createClock } from '../../../simulator/runtime/clock.ts';
import { documentedLogin } from '../../../simulator/simulator.ts';
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
  await control('POST /provider-states', { state: 'a registered order exists', params: { orderNumber: 'A-1' } });

  await control('POST /provider-states', { state: 'a registered order exists', action: 'teardown' });

  t.is(await simulator.store.orders.findByNumber(documentedLogin.login, 'A-1'), undefined);
});

/** States with ids and numbers of the contract's own, and what they give. */
const chosen: readonly (readonly [state: string, params: Readonly<Record<string, string>>])[] = [
  ['a registered order exists', { orderNumber: 'A-1' }],
  ['an order refunded in part exists', { orderId: '01a20a9c-ab70-759c-9d64-24408e9b082a', orderNumber: 'A-1' }],
  ['an order number is free', { orderNumber: 'A-1' }],
  ['a customer has a stored card', { clientId: 'aida', bindingId: 'b-1' }],
  ['a customer has a stored card that is switched off', { clientId: 'aida', bindingId: 'b-1' }],
  ['an order paid with a stored card exists', { clientId: 'a', bindingId: 'b-1', orderId: 'o-1', orderNumber: 'A-1' }],
  ['an order whose browser was seen exists', { orderId: 'o-1', orderNumber: 'A-1', threeDSServerTransId: 't-1' }],
  ['an order whose customer passed the issuer exists', { orderId: 'o-1', threeDSServerTransId: 't-1' }],
  ['two merchants have an order under the same number', { orderId: 'o-1', orderNumber: 'A-1' }],
  ['a recurring task exists', { merchantTaskUuid: 'm-1', taskUuid: 't-1' }],
  ['a stopped recurring task exists', { merchantTaskUuid: 'm-1', taskUuid: 't-1' }],
  ['a template exists', { templateId: 'p-1' }],
  ['a template that is switched off exists', { templateId: 'p-1' }],
];
for (const [state, params] of chosen) {
  test(`"${state}" takes ${Object.keys(params).join(' and ')}, and again without a teardown`, async (t) => {
    const simulator = await simulatorFor(t);
    const control = controlOf(t, simulator);

    for (const time of ['the first time', 'the second time']) {
      const { status, json, text } = await control('POST /provider-states', { state, params });
      t.is(status, 200, `${time}: ${text}`);
      t.like(json, params, time);
    }
  });
}

test('what was chosen for a state is what the gateway knows it by', async (t) => {
  const simulator = await simulatorFor(t);
  const control = controlOf(t, simulator);
  const setUp = (state: string, params: object) => control('POST /provider-states', { state, params });

  for (const time of ['the first time', 'the second time']) {
    await setUp('a customer has a stored card', { clientId: 'zoya', bindingId: 'b-1' });
    await setUp('a template exists', { templateId: 'p-1' });
    await setUp('a recurring task exists', { taskUuid: 't-1', merchantTaskUuid: 'm-1' });
    await setUp('an order whose customer passed the issuer exists', { orderId: 'o-1', threeDSServerTransId: 's-1' });

    const bindings = (await simulator.call('getBindings.do', { clientId: 'zoya' }))['bindings'] as Json[];
    t.deepEqual(
      bindings.map(({ bindingId }) => bindingId),
      ['b-1'],
      time,
    );
    t.is((await simulator.store.templates.find('p-1'))?.isActive, true, time);
    t.is((await simulator.store.tasks.find('t-1'))?.merchantTaskId, 'm-1', time);
    t.is((await simulator.store.orders.findByServerTransId('s-1'))?.id, 'o-1', time);
    t.is((await simulator.store.tasks.ofMerchant(documentedLogin.login)).length, 1, time);
  }
});

test('an order number that the contract does not name is free again without a teardown', async (t) => {
  const simulator = await simulatorFor(t);
  const control = controlOf(t, simulator);

  for (const time of ['the first time', 'the second time']) {
    await control('POST /provider-states', { state: 'an order number is free', action: 'setup' });
    const answer = await simulator.call('register.do', {
      orderNumber: 'A-1',
      amount: '100',
      currency: '398',
      returnUrl: 'https://shop.example',
    });
    t.is(answer['errorCode'], undefined, time);
  }
});

test('a verifier may send a state in the query, with its parameters', async (t) => {
  const simulator = await simulatorFor(t);
  const control = controlOf(t, simulator);
  const query = new URLSearchParams({
    state: 'an order declined for good exists',
    action: 'setup',
    actionCode: '116',
    amount: '7700',
    orderId: 'o-1',
  });

  const { status, json, text } = await control(`POST /provider-states?${query}`);

  t.is(status, 200, text);
  t.is(json['orderId'], 'o-1');
  t.like(await simulator.status('o-1'), { orderStatus: 6, amount: 7700 });
  await control('POST /provider-states?state=a+registered+order+exists&action=teardown');
  t.is(await simulator.store.orders.find('o-1'), undefined);
});

test('a parameter with fields of its own stands in the query as JSON, as pact-verifier sends it', async (t) => {
  const simulator = await simulatorFor(t);
  const query = new URLSearchParams({
    state: 'a registered order exists',
    orderNumber: 'A-1',
    description: '{Чай} [с лимоном',
    jsonParams: '{"cart":"Себет №77"}',
  });

  const { status, json, text } = await controlOf(t, simulator)(`POST /provider-states?${query}`);

  t.is(status, 200, text);
  const { orderDescription, merchantOrderParams } = await simulator.status(json['orderId']);
  t.is(orderDescription, '{Чай} [с лимоном');
  t.deepEqual(merchantOrderParams, [{ name: 'cart', value: 'Себет №77' }]);
});

test('an interaction without a state is set up with the state null, as the verifier in Ruby does', async (t) => {
  const simulator = await simulatorFor(t);
  const change = { consumer: 'Rails Shop', state: null, states: [null] };

  const { status, json } = await controlOf(t, simulator)('POST /provider-states', change);

  t.is(status, 200);
  t.deepEqual(json, {});
});

test('a card of a state may stand in the query', async (t) => {
  const simulator = await simulatorFor(t);
  const query = new URLSearchParams({ state: 'a customer has a stored card', pan: '5555555555555599', clientId: 'a' });

  const { json } = await controlOf(t, simulator)(`POST /provider-states?${query}`);

  t.is((await simulator.store.bindings.find(json['bindingId']))?.card.maskedPan, '555555**5599');
});

for (const [query, field] of [
  ['logn=own', 'logn'],
  ['state=the+moon+is+full', 'state'],
  ['state=a+registered+order+exists&action=undo', 'action'],
] as const)
  test(`a state with the query ${query} is refused for ${field}`, async (t) => {
    const control = controlOf(t, await simulatorFor(t));

    t.like((await control(`POST /provider-states?${query}`, {})).json, { status: 422, field });
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

for (const bank of banks.filter(({ name, wantsCustomer }) => name !== bereke.name && !wantsCustomer)) {
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
  [{}, 422, 'state', /expected the sentence/],
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
