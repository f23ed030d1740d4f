import test from 'ava';
import { cardForActionCode } from '../../simulator/issuer/code-range.ts';
import { challengeCard, pay, plainCard } from '../helpers/pay.ts';
import { type Fields, type Json, simulatorFor, type TestSimulator } from '../helpers/simulator.ts';

const order: Fields = { amount: '1500000', returnUrl: 'https://shop.example/return', language: 'en' };
const plain: Fields = { pan: plainCard.pan, expiry: '203412', cvc: '123', cardholderName: 'AIDA BEK' };
const challenged: Fields = { ...plain, pan: challengeCard.pan };

const payInstantly = (simulator: TestSimulator, fields: Fields): Promise<Json> =>
  simulator.call('instantPayment.do', { ...order, ...fields });

test('registers and pays in one call: the code is a text, the order`s state in the old spelling', async (t) => {
  const simulator = await simulatorFor(t);

  const answer = await payInstantly(simulator, { ...plain, orderNumber: 'N-1' });

  const { orderId, info, orderStatus, ...rest } = answer;
  t.deepEqual(rest, { errorCode: '0', redirect: `https://shop.example/return?orderId=${orderId}&lang=en` });
  t.is(typeof info, 'string');
  t.like(orderStatus, {
    ErrorCode: '0',
    OrderNumber: 'N-1',
    OrderStatus: 2,
    Pan: '444455**3333',
    Amount: 1_500_000,
    approvedAmount: 1_500_000,
    depositAmount: 1_500_000,
    currency: '398',
    authCode: 2,
    expiration: '203412',
  });
  t.regex(orderStatus.rrn, /^\d{12}$/);
  t.like(await simulator.status(orderId), { orderStatus: 2, orderNumber: 'N-1' });
});

test('holds the money where it is told to', async (t) => {
  const simulator = await simulatorFor(t);

  const { orderId, orderStatus } = await payInstantly(simulator, { ...plain, preAuth: 'true' });

  t.like(orderStatus, { OrderStatus: 1, approvedAmount: 1_500_000, depositAmount: 0 });
  t.is((await simulator.call('deposit.do', { orderId }))['errorCode'], '0');
});

test('goes through 3-D Secure in two calls, the second naming the order of the first', async (t) => {
  const simulator = await simulatorFor(t);

  const first = await payInstantly(simulator, challenged);
  const second = await payInstantly(simulator, {
    ...challenged,
    threeDSServerTransId: first['threeDSServerTransId'],
    threeDSVer2MdOrder: first['orderId'],
  });

  t.like(first, { errorCode: '0', is3DSVer2: true, orderStatus: { OrderStatus: 0 } });
  t.is(second['orderId'], first['orderId'], 'no second order');
  t.is(typeof second['packedCReq'], 'string');
  t.is(second['errorCode'], '0');
  await pay(`${simulator.url}/payment/merchants/payment_en.html?mdOrder=${first['orderId']}`);
  t.is((await simulator.status(first['orderId']))['orderStatus'], 2);
});

test('pays with a stored card, unless a number is there as well', async (t) => {
  const simulator = await simulatorFor(t);
  const client = { clientId: 'aida' };
  const stored = await simulator.call('createBindingNoPayment.do', { ...client, ...plain, expiryDate: '203412' });
  const { bindingId } = stored;

  const byBinding = await payInstantly(simulator, { ...client, bindingId });
  const byNumber = await payInstantly(simulator, { ...client, bindingId, ...plain, pan: '4242424242424242' });

  t.like(await simulator.status(byBinding['orderId']), { orderStatus: 2, paymentWay: 'CARD_BINDING' });
  t.is(byNumber['orderStatus'].Pan, '424242**4242');
  t.is((await payInstantly(simulator, { clientId: 'other', bindingId }))['errorCode'], '1');
  t.is((await payInstantly(simulator, { ...client, bindingId: 'none' }))['errorCode'], '2');
});

test('a decline is a text 0 too, and the order stays payable while attempts are left', async (t) => {
  const simulator = await simulatorFor(t);

  const answer = await payInstantly(simulator, { ...plain, pan: cardForActionCode(116) });

  t.like(answer, { errorCode: '0', orderStatus: { OrderStatus: 0 } });
  t.is(typeof answer['error'], 'string');
  t.like(await simulator.status(answer['orderId']), { orderStatus: 0, actionCode: 116 });
});

test('a card that cannot be read uses up no order number', async (t) => {
  const simulator = await simulatorFor(t);
  const numbered = { ...plain, orderNumber: 'N-1' };

  t.is((await payInstantly(simulator, { ...numbered, pan: '4444' }))['errorCode'], '1');
  t.is((await payInstantly(simulator, { ...numbered, returnUrl: '' }))['errorCode'], '4');
  t.is((await payInstantly(simulator, numbered))['errorCode'], '0');
  t.is((await payInstantly(simulator, numbered))['errorCode'], '1', 'the number is used now');
});

test('takes the address to return to by its older name, and the public token', async (t) => {
  const merchant = { login: 'test_user', password: 'test_user_password', token: 'open-token' };
  const simulator = await simulatorFor(t, { merchants: [merchant] });
  const { returnUrl: _, ...rest } = order;

  const answer = await simulator.callBare('instantPayment.do', {
    ...rest,
    ...plain,
    backUrl: 'https://shop.example/back',
    token: 'open-token',
  });

  t.is(answer['redirect'], `https://shop.example/back?orderId=${answer['orderId']}&lang=en`);
});

test('charges a card told by telephone: no code, no 3-D Secure', async (t) => {
  const simulator = await simulatorFor(t);
  const { cvc: _, cardholderName, ...told } = { ...challenged };

  const answer = await simulator.call('motoPayment.do', { ...order, ...told, cardholder: cardholderName ?? '' });

  const { mdOrder, orderNumber, ...rest } = answer;
  t.deepEqual(rest, { errorCode: '0', success: true });
  t.like(await simulator.status(mdOrder), { orderStatus: 2, paymentWay: 'CARD_MOTO', orderNumber });
  t.is((await simulator.status(mdOrder))['cardAuthInfo'].secureAuthInfo.eci, 7);
});

test('a telephone order that is refused says so by text and flag; one that is declined by its status', async (t) => {
  const simulator = await simulatorFor(t);
  const told = { ...order, expiry: '203412', cardholder: 'AIDA BEK' };

  t.like(await simulator.call('motoPayment.do', { ...told, pan: '4444' }), { errorCode: '1', success: false });
  t.like(await simulator.call('motoPayment.do', told), { errorCode: '4', success: false });
  const { mdOrder } = await simulator.call('motoPayment.do', { ...told, pan: cardForActionCode(116) });
  t.like(await simulator.status(mdOrder), { orderStatus: 0, actionCode: 116 });
});

test('FORCE_PAYMENT_WAY makes the card page take a telephone order', async (t) => {
  const simulator = await simulatorFor(t);
  const way = (paymentWay: string) => ({ features: 'FORCE_PAYMENT_WAY', jsonParams: JSON.stringify({ paymentWay }) });
  const { orderId, formUrl } = await simulator.register(way('CARD_MOTO'));

  await pay(formUrl, { card: challengeCard });

  t.like(await simulator.status(orderId), { orderStatus: 2, paymentWay: 'CARD_MOTO' });
  t.is(((await simulator.register(way('CASH'))) as Json)['errorCode'], '5');
  t.is(((await simulator.register({ features: 'FORCE_PAYMENT_WAY' })) as Json)['errorCode'], '5');
});

test('checks a card for nothing: the order ends as reversed', async (t) => {
  const simulator = await simulatorFor(t);

  const answer = await simulator.call('verifyCard.do', { amount: '0', currency: '398', ...plain });

  t.deepEqual(answer, {
    errorCode: '0',
    errorMessage: 'Success',
    orderId: answer['orderId'],
    orderNumber: answer['orderNumber'],
    rrn: answer['rrn'],
    authCode: answer['authCode'],
    actionCode: 0,
    actionCodeDescription: '',
    time: simulator.clock.now(),
    eci: '07',
    amount: 0,
    currency: '398',
  });
  t.regex(answer['rrn'], /^\d{12}$/);
  t.regex(answer['authCode'], /^\d{6}$/);
  t.like(await simulator.status(answer['orderId']), { orderStatus: 3, amount: 0 });
});

test('checking a card can need the issuer`s page, or end in a decline', async (t) => {
  const simulator = await simulatorFor(t);

  const challenge = await simulator.call('verifyCard.do', { ...order, ...challenged });
  const declined = await simulator.call('verifyCard.do', { ...order, ...plain, pan: cardForActionCode(116) });

  t.like(challenge, { errorCode: '0', is3DSVer2: true });
  t.is(typeof challenge['acsUrl'], 'string');
  t.like(declined, { errorCode: '0', actionCode: 116 });
  await pay(`${simulator.url}/payment/merchants/payment_en.html?mdOrder=${challenge['orderId']}`);
  t.is((await simulator.status(challenge['orderId']))['orderStatus'], 3);
});

test('sends money to a card without a payment before it', async (t) => {
  const simulator = await simulatorFor(t);

  const answer = await simulator.call('instantRefund.do', { amount: '5000', ...plain });
  const declined = await simulator.call('instantRefund.do', { amount: '5000', ...plain, pan: cardForActionCode(116) });

  t.like(answer, { errorCode: '0', errorMessage: 'Success', orderStatus: { ErrorCode: '0', OrderStatus: 4 } });
  t.regex(answer['orderStatus'].rrn, /^\d{12}$/);
  const status = await simulator.status(answer['orderId']);
  t.like(status, {
    orderStatus: 4,
    paymentAmountInfo: { approvedAmount: 0, depositedAmount: 0, refundedAmount: 5000 },
  });
  t.is(status['refunds'].length, 1);
  t.is((await simulator.call('refund.do', { orderId: answer['orderId'] }))['errorCode'], '7');
  t.like(declined, { errorCode: '0', orderStatus: { OrderStatus: 6 } });
  t.is((await simulator.call('instantRefund.do', { ...plain }))['errorCode'], '12');
});
