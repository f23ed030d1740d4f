import test from 'ava';
import { Payer, SandboxProblem } from '../../../client/index.ts';
import { plainCard } from '../../helpers/payments/pay.ts';
import { order, sandboxFor } from './sandbox.ts';

test('all of a merchant is taken out, and put in elsewhere under another login', async (t) => {
  const { sandbox } = await sandboxFor(t);
  const { sandbox: other } = await sandboxFor(t, { merchants: [] });
  const merchant = await sandbox.makeMerchant();
  const { orderId, formUrl } = await sandbox.gatewayOf(merchant).register({ ...order, orderNumber: 'A-1' });
  await new Payer({ card: plainCard }).pay(formUrl);

  const state = await sandbox.state.get(merchant);
  const copy = await other.state.put('copy', state);

  t.is(copy.login, 'copy');
  t.like(state, { format: 1, orders: [{ id: orderId }], settings: { password: merchant.password } });
  t.is((await other.gatewayOf(copy).getOrderStatus({ orderId })).orderStatus, 2);
  t.deepEqual(await other.state.get(copy), state);
});

test('with new ids a state can be there twice, without them it is a problem', async (t) => {
  const { sandbox } = await sandboxFor(t);
  const merchant = await sandbox.makeMerchant();
  const { orderId } = await sandbox.gatewayOf(merchant).register({ ...order, orderNumber: 'A-1' });
  const state = await sandbox.state.get(merchant);

  await t.throwsAsync(sandbox.state.put('twin', state), { instanceOf: SandboxProblem, message: /orders\.0\.id/ });
  const twin = await sandbox.state.put('twin', state, { ids: 'new' });

  const [own] = (await sandbox.state.get(twin)).orders;
  t.not(own?.id, orderId);
  t.is((await sandbox.gatewayOf(twin).getOrderStatus({ orderId: own?.id ?? '' })).orderNumber, 'A-1');
});

test('a state that is none, or of nobody, is a problem that names the field', async (t) => {
  const { sandbox } = await sandboxFor(t);
  const state = await sandbox.state.get('test_user');
  const refusals = [
    [422, 'orders', () => sandbox.state.put('test_user', { ...state, orders: 1 } as never)],
    [404, 'login', () => sandbox.state.get('nobody')],
  ] as const;

  for (const [status, field, ask] of refusals) {
    const error = await t.throwsAsync<SandboxProblem>(ask(), { instanceOf: SandboxProblem });
    t.like(error, { status, field });
  }
});

test('what a scenario does a number of times begins anew', async (t) => {
  const { sandbox } = await sandboxFor(t);
  const merchant = await sandbox.makeMerchant();
  const gateway = sandbox.gatewayOf(merchant, { retries: 0 });
  await sandbox.setScenario(merchant, { gateway: [{ on: 'register', times: 1, do: { httpStatus: 503 } }] });
  const failsOnce = async () => {
    await t.throwsAsync(gateway.register(order), { name: 'GatewayHttpError' });
    await gateway.register(order);
  };

  await failsOnce();
  await sandbox.resetScenario(merchant, 'own');
  await failsOnce();

  const error = await t.throwsAsync(sandbox.resetScenario(merchant, 'none'), { instanceOf: SandboxProblem });
  t.like(error, { status: 404, field: 'name' });
});

test('a provider state gives its values, and is taken down again', async (t) => {
  const { sandbox } = await sandboxFor(t);
  const merchant = await sandbox.makeMerchant();
  const registered = 'a registered order exists';
  const setUp = () => sandbox.providerStates.setUp(merchant, registered, { orderNumber: 'A-1', amount: 5000 });

  const { orderId = '' } = await setUp();
  t.like(await sandbox.gatewayOf(merchant).getOrderStatus({ orderId }), { orderNumber: 'A-1', amount: 5000 });
  await sandbox.providerStates.tearDown(merchant, registered);
  await t.notThrowsAsync(setUp(), 'the number is free again');

  const states = await sandbox.providerStates.list();
  t.true(states.find(({ state }) => state === registered)?.gives.includes('orderId'));
  const error = await t.throwsAsync(sandbox.providerStates.setUp(merchant, 'an order'), { instanceOf: SandboxProblem });
  t.like(error, { status: 422, field: 'state' });
});
