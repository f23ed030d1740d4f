import test from 'ava';
import { cardForActionCode } from '../../../../simulator/issuer/code-range.ts';
import { challengeCard, pay, plainCard } from '../../../helpers/payments/pay.ts';
import { receiverFor } from '../../../helpers/shop/receiver.ts';
import { type Fields, type Json, simulatorFor, type TestSimulator } from '../../../helpers/simulator/simulator.ts';

const told: Fields = {
  amount: '1500000',
  returnUrl: 'https://shop.example/return',
  pan: challengeCard.pan,
  expiry: '203412',
  cardholder: 'AIDA BEK',
};

const charge = (simulator: TestSimulator, fields: Fields = {}): Promise<Json> =>
  simulator.call('motoPayment.do', { ...told, ...fields });

test('charges a card told by telephone: no code, no 3-D Secure', async (t) => {
  const simulator = await simulatorFor(t);

  const answer = await charge(simulator, { orderNumber: '62001' });

  t.deepEqual(answer, { errorCode: '0', success: true, mdOrder: answer['mdOrder'], orderNumber: '62001' });
  const status = await simulator.status(answer['mdOrder']);
  t.like(status, { orderStatus: 2, paymentWay: 'CARD_MOTO', orderNumber: '62001' });
  t.like(status['cardAuthInfo'].secureAuthInfo, { eci: 7, threeDsType: '0' });
});

test('holds the money where it is told to, by login or by the public token', async (t) => {
  const merchant = { login: 'test_user', password: 'test_user_password', token: 'open-token' };
  const simulator = await simulatorFor(t, { merchants: [merchant] });

  const { mdOrder } = await simulator.callBare('motoPayment.do', { ...told, preAuth: 'true', token: 'open-token' });

  t.like(await simulator.status(mdOrder), { orderStatus: 1, paymentWay: 'CARD_MOTO' });
});

const wrong: readonly (readonly [what: string, fields: Fields, code: string])[] = [
  ['a mistyped number', { pan: '4444' }, '1'],
  ['no number', { pan: '' }, '4'],
  ['no date', { expiry: '' }, '4'],
  ['no cardholder', { cardholder: '' }, '4'],
  ['a malformed code', { cvc: '12' }, '1'],
  ['no amount', { amount: '' }, '12'],
  ['a wrong password', { password: 'wrong' }, '5'],
];
for (const [what, fields, code] of wrong) {
  test(`says by text and flag that ${what} is refused, and the order number stays free`, async (t) => {
    const simulator = await simulatorFor(t);
    const numbered = { orderNumber: 'N-1' };

    const answer = await charge(simulator, { ...numbered, ...fields });

    t.deepEqual(answer, { errorCode: code, errorMessage: answer['errorMessage'], success: false });
    t.is((await charge(simulator, numbered))['success'], true);
    t.like(await charge(simulator, numbered), { errorCode: '1', success: false });
  });
}

test('answers success to a declined card too: its status says the truth at once and for good', async (t) => {
  const shop = await receiverFor(t, 200);
  const simulator = await simulatorFor(t, { callbacks: { url: shop.url } });

  const { mdOrder, ...rest } = await charge(simulator, { pan: cardForActionCode(116) });
  await simulator.clock.advance(1_200_000);
  await simulator.settled();

  t.like(rest, { errorCode: '0', success: true });
  t.like(await simulator.status(mdOrder), { orderStatus: 6, actionCode: 116 });
  t.deepEqual(shop.operations(), ['deposited=0']);
});

test('stores the card of a client as an ordinary one', async (t) => {
  const simulator = await simulatorFor(t);
  const client = { clientId: 'aida' };
  await charge(simulator, client);

  const { bindings } = await simulator.call('getBindings.do', client);
  const { orderId } = await simulator.register(client);
  await simulator.call('paymentOrderBinding.do', { mdOrder: orderId, bindingId: bindings[0].bindingId, tii: 'U' });

  t.is(bindings[0].paymentWay, 'CARD');
  t.like(await simulator.status(orderId), { orderStatus: 2, paymentWay: 'CARD_BINDING' });
});

test('FORCE_PAYMENT_WAY makes the card page take a telephone order', async (t) => {
  const simulator = await simulatorFor(t);
  const way = (paymentWay: string) => ({ features: 'FORCE_PAYMENT_WAY', jsonParams: JSON.stringify({ paymentWay }) });
  const { orderId, formUrl } = await simulator.register(way('CARD_MOTO'));

  const walk = await pay(formUrl, { card: challengeCard });

  t.false(
    walk.steps.some(({ url }) => url.includes('/acs/')),
    'nobody goes to the issuer',
  );
  t.like(await simulator.status(orderId), { orderStatus: 2, paymentWay: 'CARD_MOTO' });
  t.is(((await simulator.register(way('CASH'))) as Json)['errorCode'], '5');
  t.is(((await simulator.register({ features: 'FORCE_PAYMENT_WAY' })) as Json)['errorCode'], '5');
});

test('FORCE_PAYMENT_WAY holds for a call that registers and pays at once as well', async (t) => {
  const simulator = await simulatorFor(t);
  const forced = { features: 'FORCE_PAYMENT_WAY', jsonParams: '{"paymentWay":"CARD_MOTO"}' };

  const { orderId } = await simulator.call('instantPayment.do', {
    ...told,
    cvc: plainCard.cvc,
    ...forced,
  });

  t.like(await simulator.status(orderId), { orderStatus: 2, paymentWay: 'CARD_MOTO' });
});
