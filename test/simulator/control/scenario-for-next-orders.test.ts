import test, { type ExecutionContext } from 'ava';
import { payWith } from '../../helpers/payments/paid-order.ts';
import { plainCard } from '../../helpers/payments/pay.ts';
import { payForm } from '../../helpers/payments/pay-form.ts';
import { receiverFor } from '../../helpers/shop/receiver.ts';
import { controlOf } from '../../helpers/simulator/control.ts';
import { type Fields, simulatorFor } from '../../helpers/simulator/simulator.ts';

const line = 'PUT /merchants/test_user/scenario';
const lost = 'declined-card-lost';

const shopFor = async (t: ExecutionContext) => {
  const shop = await receiverFor(t, 200);
  const simulator = await simulatorFor(t, { callbacks: { url: shop.url } });
  const control = controlOf(t, simulator);
  const codeOf = async (orderId: string): Promise<number> => (await simulator.status(orderId))['actionCode'];
  return {
    shop,
    simulator,
    control,
    codeOf,
    pay: async (fields: Fields = {}): Promise<number> => codeOf(await payWith(simulator, plainCard.pan, fields)),
    left: async () => (await control('GET /merchants/test_user')).json['nextOrders'],
  };
};

test('a scenario holds for the next orders only, and before it none stands again', async (t) => {
  const { control, pay, left } = await shopFor(t);

  const { json } = await control(line, { name: lost, orders: 2 });

  t.deepEqual(json['nextOrders'], { scenario: lost, orders: 2, left: 2 });
  t.false('scenario' in json);
  t.is(await pay(), 208);
  t.like(await left(), { left: 1 });
  t.is(await pay(), 208);
  t.is(await left(), undefined);
  t.is(await pay(), 0);
});

test('the scenario that was there before stands again, and orders of before keep to it', async (t) => {
  const { simulator, control, pay, codeOf } = await shopFor(t);
  await control(line, { scenario: { attempts: [{ decline: 'card-stolen' }] } });
  const before = await simulator.register();

  await control(line, { name: lost, orders: 1 });
  const next = await simulator.register();
  for (const { orderId } of [before, next]) await payForm(simulator, orderId, plainCard);

  t.is(await codeOf(before.orderId), 823);
  t.is(await codeOf(next.orderId), 208);
  t.is(await pay(), 823);
});

test('an order keeps its scenario for all its life: attempts, callbacks, calls and acts of the bank', async (t) => {
  const { shop, simulator, control } = await shopFor(t);
  const scenario = {
    attempts: [{ decline: 'card-lost' }, { approve: true }],
    callbacks: [{ on: 'deposited', times: 1, do: { lost: true } }],
    gateway: [{ on: 'refund', do: { errorCode: 7 } }],
    later: [{ after: '1h', do: 'refund' }],
  };
  await control(line, { scenario, orders: 1 });
  const { orderId } = await simulator.register();
  const other = await payWith(simulator, plainCard.pan);
  await control('DELETE /merchants/test_user/scenario');

  await payForm(simulator, orderId, plainCard);
  await payForm(simulator, orderId, plainCard);
  await simulator.settled();

  t.deepEqual(shop.operations(), ['deposited=1', 'deposited=1']);
  t.is((await simulator.call('refund.do', { orderId, amount: '5' }))['errorCode'], '7');
  t.is((await simulator.call('refund.do', { orderId: other, amount: '5' }))['errorCode'], '0');
  await control('POST /merchants/test_user/clock/advance', { by: '1h' });
  t.is((await simulator.status(orderId))['orderStatus'], 4);
  t.is((await simulator.order(orderId))?.attempts.length, 2);
});

test('a registration that the scenario prevents takes its place, and a further one under its number keeps it', async (t) => {
  const { simulator, control, left, codeOf } = await shopFor(t);
  const scenario = {
    gateway: [{ on: 'register', times: 1, do: { errorCode: 7 } }],
    attempts: [{ decline: 'card-lost' }],
  };
  await control(line, { scenario, orders: 1 });

  t.is(((await simulator.register({ orderNumber: 'A-1' })) as Fields)['errorCode'], '7');
  t.is(await left(), undefined);
  const other = await simulator.register({ orderNumber: 'A-2' });
  const again = await simulator.register({ orderNumber: 'A-1' });
  for (const { orderId } of [other, again]) await payForm(simulator, orderId, plainCard);

  t.is(await codeOf(other.orderId), 0);
  t.is(await codeOf(again.orderId), 208);
});

test('a slow registration takes one place, with and without a number of its own', async (t) => {
  const { simulator, control, left } = await shopFor(t);
  const scenario = { gateway: [{ on: 'register', do: { delay: '0ms' } }], attempts: [{ decline: 'card-lost' }] };
  await control(line, { scenario, orders: 3 });

  await simulator.register();
  t.like(await left(), { left: 2 });
  await simulator.register({ orderNumber: 'A-1' });
  t.like(await left(), { left: 1 });
});

test('calls that register nothing take no place', async (t) => {
  const { simulator, control, left, pay } = await shopFor(t);
  const orderId = await payWith(simulator, plainCard.pan, { orderNumber: 'A-1' });
  await control(line, { name: lost, orders: 1 });

  await simulator.call('register.do', { amount: 'ten', returnUrl: 'https://shop.example/' });
  await simulator.call('register.do', { amount: '10', returnUrl: 'https://shop.example/', orderNumber: 'A-1' });
  await simulator.call('refund.do', { orderId, amount: '5' });
  await simulator.call('getBindings.do', { clientId: 'aida' });
  await control('POST /merchants/test_user/scenarios/explain', {});

  t.like(await left(), { left: 1 });
  t.is(await pay(), 208);
});

test('another scenario for the next orders replaces the first, one without a number replaces both, and none ends all', async (t) => {
  const { control, pay, left } = await shopFor(t);
  await control(line, { name: lost, orders: 5 });
  t.is(await pay(), 208);

  await control(line, { scenario: { attempts: [{ decline: 'card-stolen' }] }, orders: 1 });
  t.like(await left(), { left: 1 });
  t.is(await pay(), 823);
  t.is(await pay(), 0);

  await control(line, { scenario: { attempts: [{ decline: 'card-stolen' }] }, orders: 1 });
  await control(line, { name: lost });
  t.is(await left(), undefined);
  t.is(await pay(), 208);

  await control(line, { name: lost, orders: 9 });
  t.is((await control('DELETE /merchants/test_user/scenario')).status, 204);
  t.is(await left(), undefined);
  t.is(await pay(), 0);
});

test('the explanation of the next order is that of its scenario', async (t) => {
  const { control, simulator } = await shopFor(t);
  await control(line, { name: lost, orders: 1 });
  const explain = async () => (await control('POST /merchants/test_user/scenarios/explain', {})).json['scenario'];

  t.is(await explain(), lost);
  await simulator.register();
  t.is(await explain(), undefined);
});

test('the state of a merchant has the scenario of its next orders, and of its orders', async (t) => {
  const { simulator, control, codeOf } = await shopFor(t);
  await control(line, { name: lost, orders: 2 });
  const { orderId } = await simulator.register({ orderNumber: 'A-1' });
  const state = await simulator.state('test_user');
  await control('POST /merchants/test_user/reset');

  await simulator.setState('test_user', state);
  await payForm(simulator, orderId, plainCard);

  t.is(await codeOf(orderId), 208);
  t.like((await control('GET /merchants/test_user')).json['nextOrders'], { left: 1 });
});

const wrong = [
  [{ name: lost, orders: 0 }, 'orders', /./],
  [{ name: lost, orders: 1.5 }, 'orders', /./],
  [{ name: lost, order: 1 }, 'order', /did you mean orders\?/],
  [{ orders: 1 }, 'body', /either a name or a scenario/],
  [{ name: 'declined-card-lots', orders: 1 }, 'name', /did you mean declined-card-lost\?/],
  [{ scenario: { attempts: [{ decline: 'x' }] }, orders: 1 }, 'attempts[0].decline', /./],
] as const;
for (const [body, field, says] of wrong)
  test(`a scenario for the next orders is refused: ${JSON.stringify(body)}`, async (t) => {
    const { control, left } = await shopFor(t);

    const { status, json } = await control(line, body);

    t.like({ status, field: json['field'] }, { status: 422, field });
    t.regex(json['detail'], says);
    t.is(await left(), undefined);
  });

test('it is set in process, too', async (t) => {
  const { simulator, pay } = await shopFor(t);
  await simulator.setScenario('test_user', lost, { orders: 1 });

  t.is(await pay(), 208);
  t.is(await pay(), 0);
  await t.throwsAsync(simulator.setScenario('test_user', lost, { orders: 0 }), {
    name: 'ConfigError',
    message: /orders/,
  });
  await t.throwsAsync(simulator.setScenario('test_user', undefined, { orders: 1 }), { name: 'ConfigError' });
});
