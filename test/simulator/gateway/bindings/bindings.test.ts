import test from 'ava';
import { cardForActionCode } from '../../../../simulator/issuer/code-range.ts';
import { plainCard } from '../../../helpers/payments/pay.ts';
import { type Card, payForm } from '../../../helpers/payments/pay-form.ts';
import { receiverFor } from '../../../helpers/shop/receiver.ts';
import { type Fields, type Json, simulatorFor, type TestSimulator } from '../../../helpers/simulator/simulator.ts';

const client: Fields = { clientId: 'aida' };
const forced: Fields = { ...client, features: 'FORCE_CREATE_BINDING' };

/** Pays a new order with a card that is stored by it; the stored card's id. */
const storeCard = async (
  simulator: TestSimulator,
  card: Card = plainCard,
  fields: Fields = client,
): Promise<string> => {
  const { orderId } = await simulator.register(fields);
  await payForm(simulator, orderId, card);
  return (await simulator.status(orderId))['bindingInfo'].bindingId;
};

const create = (simulator: TestSimulator, fields: Fields = {}): Promise<Json> =>
  simulator.call('createBindingNoPayment.do', {
    ...client,
    pan: '5555555555555599',
    expiryDate: '203412',
    cardholderName: 'AIDA BEK',
    ...fields,
  });

const idsOf = ({ bindings }: Json): string[] => bindings.map(({ bindingId }: Json) => bindingId);

test('lists the cards that a client paid with, in the gateway`s shape', async (t) => {
  const simulator = await simulatorFor(t);
  const bindingId = await storeCard(simulator);

  const answer = await simulator.call('getBindings.do', client);

  t.deepEqual(answer, {
    errorCode: '0',
    errorMessage: 'Success',
    bindings: [
      {
        bindingId,
        maskedPan: '444455**3333',
        expiryDate: '203412',
        paymentWay: 'CARD',
        paymentSystem: 'VISA',
        displayLabel: 'XXXXXXXXXXXX3333',
        bindingCategory: 'COMMON',
        clientId: 'aida',
      },
    ],
  });
});

test('stores nothing where the payer does not want it, the payment fails or nobody is named', async (t) => {
  const simulator = await simulatorFor(t);
  const unwilling = await simulator.register(client);
  await payForm(simulator, unwilling.orderId, plainCard, { bindingNotNeeded: 'true' });
  const declined = await simulator.register(client);
  await payForm(simulator, declined.orderId, { ...plainCard, pan: cardForActionCode(116) });
  const nameless = await simulator.register();
  await payForm(simulator, nameless.orderId, plainCard);

  const answer = await simulator.call('getBindings.do', client);

  t.deepEqual(answer, { errorCode: '2', errorMessage: 'Data not found', bindings: [] });
  t.deepEqual((await simulator.status(unwilling.orderId))['bindingInfo'], { clientId: 'aida' });
  t.false('bindingInfo' in (await simulator.status(nameless.orderId)));
});

test('stores the card against the payer`s wish where the order demands it', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId } = await simulator.register(forced);

  await payForm(simulator, orderId, plainCard, { bindingNotNeeded: 'true' });

  t.is((await simulator.call('getBindings.do', client))['bindings'].length, 1);
});

test('shows a card that was stored twice once, or twice where all are asked for', async (t) => {
  const simulator = await simulatorFor(t);
  const first = await storeCard(simulator);
  const second = await storeCard(simulator);

  t.deepEqual(idsOf(await simulator.call('getBindings.do', client)), [second]);
  t.deepEqual(idsOf(await simulator.call('getAllBindings.do', client)), [second, first]);
});

test('asks for cards by kind, by id and whether they are expired', async (t) => {
  const simulator = await simulatorFor(t);
  const common = await storeCard(simulator);
  const recurring = await storeCard(simulator, plainCard, {
    ...client,
    jsonParams: '{"recurringFrequency":"30","recurringExpiry":"20301231"}',
  });
  const short = (await create(simulator, { pan: '4242424242424242', expiryDate: '202602' }))['bindingId'];
  const list = async (fields: Fields) => idsOf(await simulator.call('getAllBindings.do', { ...client, ...fields }));

  t.deepEqual(await list({ bindingType: 'R' }), [recurring]);
  t.deepEqual(await list({ bindingType: 'C' }), [short, common]);
  t.deepEqual(await list({ bindingId: common }), [common]);
  await simulator.clock.advance(60 * 86_400_000);
  t.deepEqual(await list({ bindingType: 'C' }), [common]);
  t.deepEqual(await list({ bindingType: 'C', showExpired: 'true' }), [short, common]);
});

test('finds stored cards by number, which wins over the id', async (t) => {
  const simulator = await simulatorFor(t);
  const plain = await storeCard(simulator);
  const other = (await create(simulator))['bindingId'];
  const find = (fields: Fields) => simulator.call('getBindingsByCardOrId.do', fields);

  const byNumber = await find({ pan: plainCard.pan, bindingId: other });

  t.deepEqual(byNumber, {
    errorCode: '0',
    errorMessage: 'Success',
    bindings: [{ bindingId: plain, maskedPan: '444455**3333', expiryDate: '203412', clientId: 'aida' }],
  });
  t.deepEqual(idsOf(await find({ bindingId: other })), [other]);
  t.is((await find({ pan: '4111111111111111' }))['errorCode'], '2');
  t.is((await find({ pan: '4111' }))['errorCode'], '5');
  t.is((await find({}))['errorCode'], '1');
});

test('switches a card off and on again, and says so where it is already', async (t) => {
  const simulator = await simulatorFor(t);
  const bindingId = await storeCard(simulator);
  const call = (endpoint: string) => simulator.call(endpoint, { bindingId });

  t.deepEqual(await call('bindCard.do'), { errorCode: '2', errorMessage: 'Binging is active' });
  t.deepEqual(await call('unBindCard.do'), { errorCode: '0', errorMessage: 'Success' });
  t.deepEqual(await call('unbindCard.do'), { errorCode: '2', errorMessage: "Binging isn't active" });
  t.is((await simulator.call('getBindings.do', client))['errorCode'], '2');
  t.deepEqual(await call('bindCard.do'), { errorCode: '0', errorMessage: 'Success' });
  t.deepEqual(idsOf(await simulator.call('getBindings.do', client)), [bindingId]);
});

test('lets no merchant touch the cards of another', async (t) => {
  const simulator = await simulatorFor(t, {
    merchants: [
      { login: 'test_user', password: 'test_user_password' },
      { login: 'other', password: 'secret' },
    ],
  });
  const bindingId = await storeCard(simulator);
  const other = { userName: 'other', password: 'secret' };
  const call = (endpoint: string, fields: Fields) => simulator.callBare(endpoint, { ...other, ...fields });

  t.deepEqual(await call('unBindCard.do', { bindingId }), {
    errorCode: '2',
    errorMessage: 'No rights to manage binding of another merchant',
  });
  t.is((await call('extendBinding.do', { bindingId, newExpiry: '203501' }))['errorCode'], '2');
  t.is((await call('getBindings.do', client))['errorCode'], '2');
  t.is((await call('getBindingsByCardOrId.do', { bindingId }))['errorCode'], '2');
  t.is((await call('getBindingsByCardOrId.do', { pan: plainCard.pan }))['errorCode'], '2');
  t.is((await simulator.call('unBindCard.do', { bindingId: 'none' }))['errorCode'], '2');
});

test('gives a card a new expiry date', async (t) => {
  const simulator = await simulatorFor(t);
  const bindingId = await storeCard(simulator);
  const extend = async (newExpiry: string) =>
    (await simulator.call('extendBinding.do', { bindingId, newExpiry, language: 'en' }))['errorCode'];

  t.is(await extend('203613'), '1');
  t.is(await extend('12/36'), '1');
  t.is(await extend('202512'), '1');
  t.is(await extend('203612'), '0');
  t.is((await simulator.call('getBindings.do', client))['bindings'][0].expiryDate, '203612');
});

test('stores a card without a payment, with a numeric code and a flag', async (t) => {
  const simulator = await simulatorFor(t);

  const answer = await create(simulator);

  const { bindingId, ...rest } = answer;
  t.regex(bindingId, /^[0-9a-f-]{36}$/);
  t.deepEqual(rest, {
    maskedPan: '555555**5599',
    expiryDate: '203412',
    cardholderName: 'AIDA BEK',
    clientId: 'aida',
    errorCode: 0,
    error: false,
  });
  t.like(await create(simulator, { pan: '5555555555555598' }), { errorCode: 1, error: true });
  t.like(await create(simulator, { clientId: '' }), { errorCode: 1, error: true });
});

test('announces that a card was stored, switched off and on, at the static address', async (t) => {
  const shop = await receiverFor(t, 200);
  const elsewhere = await receiverFor(t, 200);
  const simulator = await simulatorFor(t, { callbacks: { url: shop.url } });
  const bindingId = await storeCard(simulator, plainCard, { ...client, dynamicCallbackUrl: elsewhere.url });
  await simulator.call('unBindCard.do', { bindingId });
  await simulator.call('bindCard.do', { bindingId });
  await simulator.settled();

  t.deepEqual(elsewhere.operations(), ['deposited=1']);
  t.deepEqual(shop.operations(), ['bindingCreated=1', 'bindingActivityChanged=1', 'bindingActivityChanged=1']);
  const activity = shop.received.slice(1).map(({ form }) => Object.fromEntries(form));
  t.deepEqual(
    activity.map(({ enabled }) => enabled),
    ['false', 'true'],
  );
  t.deepEqual(Object.keys(activity[0] ?? {}).sort(), ['bindingId', 'clientId', 'enabled', 'operation', 'status']);
});
