import test from 'ava';
import { Payer } from '../../../client/index.ts';
import { order, sandboxFor } from './sandbox.ts';

test('test cards and action codes say what to pay with for an outcome', async (t) => {
  const { sandbox } = await sandboxFor(t);
  const gateway = sandbox.gatewayOf(await sandbox.makeMerchant());
  const codeWith = async (pan = '') => {
    const { orderId, formUrl } = await gateway.register(order);
    await new Payer({ card: { pan, expiry: '12/34' } }).pay(formUrl);
    return (await gateway.getOrderStatus({ orderId })).actionCode;
  };

  const stolen = (await sandbox.reference.actionCodes()).find(({ name }) => name === 'card-stolen');
  const plain = (await sandbox.reference.cards()).find(({ route, actionCode }) => route === 'none' && actionCode === 0);

  t.is(await codeWith(stolen?.cards.none), stolen?.code);
  t.is(await codeWith(plain?.pan), 0);
  t.truthy(stolen?.meaning.en);
});

test('it lists error codes, banks and scenarios of the gateway', async (t) => {
  const { sandbox } = await sandboxFor(t, { scenarios: 'scenarios' });

  const errorCodes = await sandbox.reference.errorCodes();
  const banks = await sandbox.reference.banks();
  const scenarios = await sandbox.reference.scenarios();

  t.is(errorCodes.find(({ reason }) => reason === 'order-not-found')?.errorCode, '6');
  t.like(
    banks.find(({ isOwn }) => isOwn),
    { name: 'bereke', currency: '398' },
  );
  t.true(scenarios.some(({ name }) => name === 'declined-insufficient-funds'));
});

test('documents come as they are: the schema of scenarios, and both APIs as OpenAPI', async (t) => {
  const { sandbox } = await sandboxFor(t);

  t.truthy((await sandbox.reference.scenarioSchema())['$schema']);
  for (const document of [await sandbox.reference.controlApi(), await sandbox.reference.merchantApi()])
    t.regex(String(document['openapi']), /^3\.1\./);
});

test('metrics count what was asked of the gateway', async (t) => {
  const { sandbox } = await sandboxFor(t);
  await sandbox.gatewayOf(await sandbox.makeMerchant()).register(order);

  t.regex(await sandbox.metrics(), /^tillbox_requests_total\{endpoint="[^"]*register\.do",status="200"\} 1$/m);
});
