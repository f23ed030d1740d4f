import test from 'ava';
import { bereke } from '../../../../simulator/banks/bereke.ts';
import { cardForActionCode } from '../../../../simulator/issuer/code-range.ts';
import { challengeCard, challengeThatFails, frictionlessCard, pay, plainCard } from '../../../helpers/payments/pay.ts';
import { sentCard } from '../../../helpers/payments/sent-card.ts';
import { receiverFor } from '../../../helpers/shop/receiver.ts';
import { type Fields, type Json, simulatorFor, type TestSimulator } from '../../../helpers/simulator/simulator.ts';

const plain = sentCard(plainCard);

const verify = (simulator: TestSimulator, fields: Fields): Promise<Json> => simulator.call('verifyCard.do', fields);

/** Both calls of 3-D Secure 2. */
const verifyTwice = async (simulator: TestSimulator, fields: Fields): Promise<Json> => {
  const { threeDSServerTransId, orderId: threeDSVer2MdOrder } = await verify(simulator, fields);
  return verify(simulator, { ...fields, threeDSServerTransId, threeDSVer2MdOrder });
};

test('checks a card for nothing: the order ends as reversed', async (t) => {
  const simulator = await simulatorFor(t);

  const answer = await verify(simulator, { amount: '0', currency: '840', ...plain });

  const { orderId, orderNumber, rrn, authCode } = answer;
  t.deepEqual(answer, {
    errorCode: '0',
    errorMessage: 'Success',
    orderId,
    orderNumber,
    rrn,
    authCode,
    actionCode: 0,
    actionCodeDescription: '',
    time: simulator.clock.now(),
    eci: '07',
    amount: 0,
    currency: '840',
  });
  t.regex(rrn, /^\d{12}$/);
  t.regex(authCode, /^\d{6}$/);
  t.regex(orderNumber, /^[0-9a-z]{16}$/);
  t.like(await simulator.status(orderId), {
    orderStatus: 3,
    amount: 0,
    paymentAmountInfo: { paymentState: 'REVERSED', approvedAmount: 0, depositedAmount: 0, refundedAmount: 0 },
  });
});

test('needs nothing but the card, as in the manual`s own sample, also where the bank makes no order numbers', async (t) => {
  const simulator = await simulatorFor(t, { bank: { ...bereke, generatesOrderNumber: false } });

  const { cardholderName: _, ...card } = plain;
  const answer = await verify(simulator, card);

  t.like(answer, { errorCode: '0', actionCode: 0, amount: 0, currency: '398' });
  t.is((await simulator.status(answer['orderId']))['orderStatus'], 3);
});

test('charges nothing of an amount either', async (t) => {
  const simulator = await simulatorFor(t);

  const answer = await verify(simulator, { ...plain, amount: '5000', features: 'FORCE_SSL' });

  t.is(answer['amount'], 5000);
  const { paymentAmountInfo } = await simulator.status(answer['orderId']);
  t.like(paymentAmountInfo, { approvedAmount: 0, depositedAmount: 0 });
});

test('asks for a second call where the card has 3-D Secure, and then for the issuer', async (t) => {
  const simulator = await simulatorFor(t);
  const challenged = sentCard(challengeCard);

  const first = await verify(simulator, challenged);
  const { threeDSServerTransId, orderId: threeDSVer2MdOrder } = first;
  const second = await verify(simulator, { ...challenged, threeDSServerTransId, threeDSVer2MdOrder });
  const walk = await pay(`${simulator.url}/payment/merchants/payment_en.html?mdOrder=${first['orderId']}`);

  t.like(first, { errorCode: '0', is3DSVer2: true });
  t.like(second, { errorCode: '0', is3DSVer2: true, orderId: first['orderId'], orderNumber: first['orderNumber'] });
  t.is(typeof second['acsUrl'], 'string');
  t.is(walk.end, 'elsewhere', 'the call named no address, so the payer sees the gateway`s result page');
  t.true(walk.url.startsWith(`${simulator.url}/payment/finish.html?orderId=`));
  t.is((await simulator.status(first['orderId']))['orderStatus'], 3);
});

test('says after the second call how a card was authenticated', async (t) => {
  const simulator = await simulatorFor(t);

  const answer = await verifyTwice(simulator, sentCard(frictionlessCard));

  t.like(answer, { errorCode: '0', actionCode: 0, eci: '05' });
});

test('has PaReq at once where the bank speaks 3-D Secure 1', async (t) => {
  const simulator = await simulatorFor(t, { bank: { ...bereke, threeDsVersion: 1 } });

  const answer = await verify(simulator, sentCard(challengeCard));

  t.is(answer['errorCode'], '0');
  for (const name of ['acsUrl', 'paReq', 'termUrl']) t.is(typeof answer[name], 'string', name);
});

test('a bad card is a text 0 with the issuer`s code, and the order is over', async (t) => {
  const simulator = await simulatorFor(t);

  const bad = await verify(simulator, { ...plain, pan: cardForActionCode(116), language: 'en' });
  const demanded = await verify(simulator, { ...plain, features: 'FORCE_TDS' });

  t.like(bad, { errorCode: '0', actionCode: 116, eci: '07' });
  t.not(bad['actionCodeDescription'], '');
  t.false('authCode' in bad);
  t.like(await simulator.status(bad['orderId']), { orderStatus: 6, actionCode: 116 });
  t.like(demanded, { errorCode: '0', actionCode: -2022, time: simulator.clock.now() });
  t.false('rrn' in demanded);
});

test('an authentication that fails ends the order', async (t) => {
  const simulator = await simulatorFor(t);

  const { orderId } = await verifyTwice(simulator, sentCard(challengeThatFails));
  await pay(`${simulator.url}/payment/merchants/payment_en.html?mdOrder=${orderId}`);

  t.like(await simulator.status(orderId), { orderStatus: 6, actionCode: -2025 });
});

test('refuses what it cannot read with a text', async (t) => {
  const simulator = await simulatorFor(t);
  const code = async (fields: Fields) => (await verify(simulator, { ...plain, ...fields }))['errorCode'];

  t.is(await code({ pan: '4444' }), '1');
  t.is(await code({ pan: '' }), '1');
  t.is(await code({ cvc: '' }), '1');
  t.is(await code({ amount: '1.5' }), '5');
  t.is(await code({ returnUrl: '/relative' }), '4');
  t.is(await code({ threeDSVer2MdOrder: 'none' }), '6');
  t.is(await code({ password: 'wrong' }), '5');
  t.deepEqual(Object.keys(await verify(simulator, { ...plain, pan: '4444' })), ['errorCode', 'errorMessage']);
});

test('tells the shop of a payment that was none', async (t) => {
  const shop = await receiverFor(t, 200);
  const simulator = await simulatorFor(t, { callbacks: { url: shop.url } });

  await verify(simulator, plain);
  await simulator.settled();

  t.deepEqual(shop.operations(), ['deposited=1']);
});
