import test from 'ava';
import { cardForActionCode } from '../../../../simulator/issuer/code-range.ts';
import { parseScenario } from '../../../../simulator/scenario-engine/definition/parse-scenario.ts';
import { challengeCard, pay, plainCard } from '../../../helpers/payments/pay.ts';
import { type Card, inTwoCalls, payForm } from '../../../helpers/payments/pay-form.ts';
import { type Fields, type Json, simulatorFor, type TestSimulator } from '../../../helpers/simulator/simulator.ts';

const client: Fields = { clientId: 'aida' };

const store = async (simulator: TestSimulator, { pan }: Card, fields: Fields = client): Promise<string> => {
  const card = { pan, expiryDate: '203412', cardholderName: 'AIDA BEK' };
  return (await simulator.call('createBindingNoPayment.do', { ...card, ...fields }))['bindingId'];
};

const payBy = (simulator: TestSimulator, mdOrder: string, bindingId: string, fields: Fields = {}): Promise<Json> =>
  inTwoCalls((more) => simulator.call('paymentOrderBinding.do', { mdOrder, bindingId, tii: 'F', ...fields, ...more }));

test('pays with a stored card: the code is a number, and the card is named', async (t) => {
  const simulator = await simulatorFor(t);
  const bindingId = await store(simulator, plainCard);
  const { orderId } = await simulator.register(client);

  const answer = await payBy(simulator, orderId, bindingId, { cvc: '123' });

  t.deepEqual(answer, {
    redirect: `https://shop.example/return?orderId=${orderId}&lang=en`,
    info: answer['info'],
    errorCode: 0,
    bindingId,
  });
  t.like(await simulator.status(orderId), {
    orderStatus: 2,
    actionCode: 0,
    paymentWay: 'CARD_BINDING',
    tii: 'F',
    bindingInfo: { clientId: 'aida', bindingId, externalCreated: false },
  });
  t.is((await simulator.call('getBindings.do', client))['bindings'].length, 1, 'no second card is stored');
});

test('asks the payer of a stored card for 3-D Secure, as the card does', async (t) => {
  const simulator = await simulatorFor(t);
  const bindingId = await store(simulator, challengeCard);
  const { orderId, formUrl } = await simulator.register(client);

  const answer = await payBy(simulator, orderId, bindingId);

  t.is(answer['errorCode'], 0);
  t.true(answer['is3DSVer2']);
  t.is(typeof answer['packedCReq'], 'string');
  t.is((await simulator.status(orderId))['orderStatus'], 5);
  await pay(formUrl);
  t.like(await simulator.status(orderId), { orderStatus: 2, bindingInfo: { bindingId } });
});

for (const tii of ['U', 'R', 'I']) {
  test(`charges a stored card without its owner for the reason ${tii}: no 3-D Secure, one phase only`, async (t) => {
    const simulator = await simulatorFor(t);
    const bindingId = await store(simulator, challengeCard);
    const { orderId } = await simulator.register(client);
    const held = await simulator.call('registerPreAuth.do', { ...client, amount: '1000', returnUrl: 'https://a.kz/' });

    const answer = await payBy(simulator, orderId, bindingId, { tii });

    t.is(answer['errorCode'], 0);
    t.like(await simulator.status(orderId), { orderStatus: 2, tii });
    t.is((await simulator.status(orderId))['cardAuthInfo'].secureAuthInfo.eci, 7);
    t.is((await payBy(simulator, held['orderId'], bindingId, { tii }))['errorCode'], 5);
  });
}

test('declines with what the issuer does with that card', async (t) => {
  const simulator = await simulatorFor(t);
  const bindingId = await store(simulator, { ...plainCard, pan: cardForActionCode(116) });
  const { orderId } = await simulator.register(client);

  const answer = await payBy(simulator, orderId, bindingId);

  t.like(answer, { errorCode: 0, processingErrorType: 'CLIENT_ERROR', bindingId });
  t.like(await simulator.status(orderId), { orderStatus: 0, actionCode: 116 });
});

test('lets a scenario look at the masked number of a stored card', async (t) => {
  const scenario = parseScenario('stored', { when: { card: plainCard.pan }, attempts: [{ decline: 5 }] });
  const simulator = await simulatorFor(t, { scenarios: [scenario] });
  const bindingId = await store(simulator, plainCard);
  const { orderId } = await simulator.register(client);

  await payBy(simulator, orderId, bindingId);

  t.is((await simulator.status(orderId))['actionCode'], 5);
});

test('refuses with a number, and without a 3-D Secure', async (t) => {
  const simulator = await simulatorFor(t);
  const bindingId = await store(simulator, plainCard);
  const strange = await store(simulator, plainCard, { clientId: 'other' });
  const nameless = await simulator.register();
  const { orderId } = await simulator.register(client);
  const code = async (mdOrder: string, id: string, fields: Fields = {}) =>
    (await payBy(simulator, mdOrder, id, fields))['errorCode'];

  t.deepEqual(await payBy(simulator, nameless.orderId, bindingId), {
    error: '[clientId] is empty',
    errorCode: 5,
    is3DSVer2: false,
    errorMessage: '[clientId] is empty',
  });
  t.is(await code(orderId, 'none'), 2);
  t.is(await code(orderId, strange), 1);
  t.is(await code('none', bindingId), 6);
  t.is(await code(orderId, bindingId, { tii: 'X' }), 5);
  t.is(await code(orderId, bindingId, { cvc: 'abc' }), 1);
  await simulator.call('unBindCard.do', { bindingId });
  t.is(await code(orderId, bindingId), 2);
  t.is((await simulator.status(orderId))['orderStatus'], 0);
});

test('an order registered for a stored card takes that card and no other', async (t) => {
  const simulator = await simulatorFor(t);
  const bindingId = await store(simulator, plainCard);
  const other = await store(simulator, challengeCard);
  const { orderId } = await simulator.register({ bindingId });

  t.is((await payForm(simulator, orderId, plainCard))['errorCode'], 1);
  t.is((await payBy(simulator, orderId, other))['errorCode'], 1);
  t.is((await payBy(simulator, orderId, bindingId))['errorCode'], 0);
  t.like(await simulator.status(orderId), { orderStatus: 2, bindingInfo: { clientId: 'aida', bindingId } });
});

test('registers no order for a card that cannot pay', async (t) => {
  const simulator = await simulatorFor(t);
  const bindingId = await store(simulator, plainCard);
  const code = async (fields: Fields) => ((await simulator.register(fields)) as Json)['errorCode'];

  t.is(await code({ bindingId: 'none' }), '2');
  t.is(await code({ bindingId, clientId: 'other' }), '1');
  t.is(await code({ bindingId, ...client, features: 'FORCE_CREATE_BINDING' }), '13');
  await simulator.call('unBindCard.do', { bindingId });
  t.is(await code({ bindingId, ...client }), '2');
});

test('keeps no card number of a stored card anywhere', async (t) => {
  const simulator = await simulatorFor(t);
  const bindingId = await store(simulator, challengeCard);
  const { orderId } = await simulator.register(client);
  await payBy(simulator, orderId, bindingId, { tii: 'U', cvc: '987' });

  const kept = JSON.stringify([
    await simulator.store.bindings.ofMerchant('test_user'),
    await simulator.store.orders.find(orderId),
  ]);

  t.false(kept.includes(challengeCard.pan));
  t.notRegex(kept, /\b987\b/, 'as a value; ids may have these digits in them');
});
