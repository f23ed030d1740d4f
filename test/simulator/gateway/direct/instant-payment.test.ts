import test from 'ava';
import { bereke } from '../../../../simulator/banks/bereke.ts';
import { cardForActionCode } from '../../../../simulator/issuer/code-range.ts';
import { memoryStore } from '../../../../simulator/store/memory/memory-store.ts';
import { challengeCard, frictionlessCard, pay, plainCard } from '../../../helpers/payments/pay.ts';
import { sentCard, seTokenOf, storedCard } from '../../../helpers/payments/sent-card.ts';
import { type Fields, type Json, simulatorFor, type TestSimulator } from '../../../helpers/simulator/simulator.ts';
import { slowStore } from '../../../helpers/stores/slow-store.ts';

const order: Fields = { amount: '1500000', returnUrl: 'https://shop.example/return', language: 'en' };
const plain = sentCard(plainCard);
const challenged = sentCard(challengeCard);
const declined = sentCard({ ...plainCard, pan: cardForActionCode(116) });
const client: Fields = { clientId: 'aida' };

const payInstantly = (simulator: TestSimulator, fields: Fields): Promise<Json> =>
  simulator.call('instantPayment.do', { ...order, ...fields });

/** The second call: everything of the first, and what it answered. */
const goOn = (simulator: TestSimulator, fields: Fields, first: Json): Promise<Json> => {
  const { threeDSServerTransId, orderId: threeDSVer2MdOrder } = first;
  return payInstantly(simulator, { ...fields, threeDSServerTransId, threeDSVer2MdOrder });
};

test('registers and pays in one call: the code is a text, the order`s state in the old spelling', async (t) => {
  const simulator = await simulatorFor(t);

  const answer = await payInstantly(simulator, { ...plain, orderNumber: 'N-1', ip: '203.0.113.7' });

  const { orderId, info, orderStatus, ...rest } = answer;
  t.deepEqual(rest, { errorCode: '0', redirect: `https://shop.example/return?orderId=${orderId}&lang=en` });
  t.is(typeof info, 'string');
  const { rrn, approvalCode } = orderStatus;
  t.deepEqual(orderStatus, {
    expiration: '203412',
    cardholderName: 'AIDA BEK',
    approvedAmount: 1_500_000,
    depositAmount: 1_500_000,
    currency: '398',
    approvalCode,
    authCode: 2,
    rrn,
    ErrorCode: '0',
    ErrorMessage: 'Success',
    OrderStatus: 2,
    OrderNumber: 'N-1',
    Pan: '444455**3333',
    Amount: 1_500_000,
    Ip: '203.0.113.7',
  });
  t.regex(rrn, /^\d{12}$/);
  t.regex(approvalCode, /^\d{6}$/);
  t.like(await simulator.status(orderId), { orderStatus: 2, orderNumber: 'N-1', paymentWay: 'CARD', authRefNum: rrn });
});

test('holds the money where it is told to', async (t) => {
  const simulator = await simulatorFor(t);

  const { orderId, orderStatus } = await payInstantly(simulator, {
    ...plain,
    preAuth: 'true',
    autocompletionDate: '2026-01-01T10:00:00',
  });

  t.like(orderStatus, { OrderStatus: 1, approvedAmount: 1_500_000, depositAmount: 0 });
  await simulator.clock.advance(2 * 3_600_000);
  t.is((await simulator.status(orderId))['orderStatus'], 2, 'captured by itself at the date that was set');
});

test('goes through 3-D Secure in two calls, the second naming the order of the first', async (t) => {
  const simulator = await simulatorFor(t);

  const first = await payInstantly(simulator, { ...challenged, orderNumber: 'N-1' });
  const second = await goOn(simulator, { ...challenged, orderNumber: 'N-1' }, first);

  t.like(first, { errorCode: '0', is3DSVer2: true, orderStatus: { OrderStatus: 0, OrderNumber: 'N-1' } });
  t.false('acsUrl' in first);
  t.is(second['orderId'], first['orderId'], 'no second order');
  t.is(typeof second['acsUrl'], 'string');
  t.is(typeof second['packedCReq'], 'string');
  t.like(second, { errorCode: '0', is3DSVer2: true });
  t.is(second['orderStatus'].OrderStatus, 0, '0 and acsUrl: the shop goes to the issuer');
  t.is((await simulator.status(first['orderId']))['orderStatus'], 5);
  await pay(`${simulator.url}/payment/merchants/payment_en.html?mdOrder=${first['orderId']}`);
  t.is((await simulator.status(first['orderId']))['orderStatus'], 2);
});

test('is done after the second call where nobody asks the payer', async (t) => {
  const simulator = await simulatorFor(t);
  const frictionless = sentCard(frictionlessCard);

  const second = await goOn(simulator, frictionless, await payInstantly(simulator, frictionless));

  t.like(second, { errorCode: '0', is3DSVer2: true, orderStatus: { OrderStatus: 2 } });
  t.is(second['redirect'], `https://shop.example/return?orderId=${second['orderId']}&lang=en`);
});

test('speaks 3-D Secure 1 in one call where the bank does', async (t) => {
  const simulator = await simulatorFor(t, { bank: { ...bereke, threeDsVersion: 1 } });

  const answer = await payInstantly(simulator, challenged);

  t.like(answer, { errorCode: '0', orderStatus: { OrderStatus: 0 } });
  for (const name of ['acsUrl', 'paReq', 'termUrl']) t.is(typeof answer[name], 'string', name);
});

test('the second call pays only an order that is there, its own, and unpaid', async (t) => {
  const merchants = [
    { login: 'test_user', password: 'test_user_password' },
    { login: 'other', password: 'secret' },
  ];
  const simulator = await simulatorFor(t, { merchants });
  const paid = await payInstantly(simulator, plain);
  const waiting = await payInstantly(simulator, challenged);
  const code = async (fields: Fields) => (await payInstantly(simulator, { ...plain, ...fields }))['errorCode'];

  t.is(await code({ threeDSVer2MdOrder: 'none' }), '6');
  t.is(await code({ threeDSVer2MdOrder: paid['orderId'] }), '7');
  t.is(await code({ threeDSVer2MdOrder: waiting['orderId'], userName: 'other', password: 'secret' }), '5');
});

test('tries another card on the order of the first call', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId } = await payInstantly(simulator, declined);

  const second = await payInstantly(simulator, { ...plain, threeDSVer2MdOrder: orderId });

  t.like(second, { orderId, orderStatus: { OrderStatus: 2 } });
});

test('pays with a stored card of its client, unless a number is there as well', async (t) => {
  const simulator = await simulatorFor(t);
  const bindingId = await storedCard(simulator, plainCard);

  const byBinding = await payInstantly(simulator, { ...client, bindingId });
  const byNumber = await payInstantly(simulator, { ...client, bindingId, ...plain, pan: '4242424242424242' });

  t.like(await simulator.status(byBinding['orderId']), {
    orderStatus: 2,
    paymentWay: 'CARD_BINDING',
    bindingInfo: { clientId: 'aida', bindingId },
  });
  t.is(byNumber['orderStatus'].Pan, '424242**4242');
});

const refusedBindings: readonly (readonly [why: string, fields: Fields, code: string])[] = [
  ['another client`s card', { clientId: 'other' }, '1'],
  ['no client', { clientId: '' }, '5'],
  ['an unknown card', { ...client, bindingId: 'none' }, '2'],
  ['a malformed code', { ...client, cvc: '12' }, '1'],
  ['a card to be stored again', { ...client, features: 'FORCE_CREATE_BINDING' }, '13'],
  ['a hold that the merchant starts', { ...client, tii: 'U', preAuth: 'true' }, '5'],
];
for (const [why, fields, code] of refusedBindings) {
  test(`refuses a payment with a stored card for ${why}, and the number stays free`, async (t) => {
    const simulator = await simulatorFor(t);
    const bindingId = await storedCard(simulator, plainCard);
    const numbered = { orderNumber: 'N-1' };

    t.is((await payInstantly(simulator, { ...numbered, bindingId, ...fields }))['errorCode'], code);
    t.is((await payInstantly(simulator, { ...numbered, ...plain }))['errorCode'], '0');
  });
}

test('a stored card that the merchant charges meets no 3-D Secure, one that the payer charges does', async (t) => {
  const simulator = await simulatorFor(t);
  const bindingId = await storedCard(simulator, challengeCard);

  const byMerchant = await payInstantly(simulator, { ...client, bindingId, tii: 'U' });
  const byPayer = await payInstantly(simulator, { ...client, bindingId, tii: 'F' });

  t.is(byMerchant['orderStatus'].OrderStatus, 2);
  t.like(byPayer, { is3DSVer2: true, orderStatus: { OrderStatus: 0 } });
});

test('takes encrypted data: of a card with or without its code, or of a stored card', async (t) => {
  const simulator = await simulatorFor(t);
  const bindingId = await storedCard(simulator, plainCard);
  const pays = async (fields: Fields, ...parts: readonly string[]) => {
    const answer = await payInstantly(simulator, { ...fields, seToken: await seTokenOf(simulator, ...parts) });
    return [answer['errorCode'], answer['orderStatus']?.OrderStatus, answer['orderStatus']?.Pan];
  };

  t.deepEqual(await pays({}, plainCard.pan, '123', '203412'), ['0', 2, '444455**3333']);
  t.deepEqual(await pays({}, plainCard.pan, '', '203412'), ['0', 2, '444455**3333']);
  t.deepEqual(await pays(client, '', '123', '', '', bindingId), ['0', 2, '444455**3333']);
  t.deepEqual(await pays(client, '', '', '', '', bindingId), ['0', 2, '444455**3333']);
  t.is((await pays({}, '', '', ''))[0], '1');
  t.is((await payInstantly(simulator, { seToken: 'bm9uZQ==' }))['errorCode'], '5');
});

test('a decline is a text 0 too, and the order stays payable while attempts are left', async (t) => {
  const simulator = await simulatorFor(t);
  const last = await simulatorFor(t, { paymentAttempts: 1 });
  const failUrl = 'https://shop.example/fail';

  const answer = await payInstantly(simulator, { ...declined, failUrl });
  const lastAnswer = await payInstantly(last, declined);

  t.like(answer, { errorCode: '0', orderStatus: { OrderStatus: 0, ErrorCode: '0', approvedAmount: 0 } });
  t.is(answer['redirect'], `${failUrl}?orderId=${answer['orderId']}&lang=en`);
  t.is(typeof answer['error'], 'string');
  t.false('approvalCode' in answer['orderStatus']);
  t.like(await simulator.status(answer['orderId']), { orderStatus: 0, actionCode: 116 });
  t.like(lastAnswer['orderStatus'], { OrderStatus: 6, ErrorCode: '2', ErrorMessage: 'Payment is declined' });
});

const wrong: readonly (readonly [what: string, fields: Fields, code: string])[] = [
  ['no card', { pan: '' }, '1'],
  ['a mistyped number', { pan: '4444555511113334' }, '1'],
  ['no code', { cvc: '' }, '1'],
  ['a date that is over', { expiry: '202501' }, '1'],
  ['no amount', { amount: '' }, '12'],
  ['an amount of nothing', { amount: '0' }, '5'],
  ['nowhere to return to', { returnUrl: '' }, '4'],
  ['an unknown scenario', { jsonParams: '{"scenario":"none"}' }, '5'],
  ['a malformed browser', { clientBrowserInfo: '[]' }, '5'],
  ['a malformed eci', { jsonParams: '{"eci":"five"}' }, '5'],
  ['an unknown feature', { features: 'FOO' }, '14'],
  ['a word for preAuth', { preAuth: 'yes' }, '5'],
  ['a wrong password', { password: 'wrong' }, '5'],
  ['storing without a client', { features: 'FORCE_CREATE_BINDING' }, '5'],
  ['storing what is not to be stored', { ...client, features: 'FORCE_CREATE_BINDING', bindingNotNeeded: 'true' }, '5'],
];
for (const [what, fields, code] of wrong) {
  test(`refuses ${what} with ${code}, the text twice, and the order number stays free`, async (t) => {
    const simulator = await simulatorFor(t);
    const numbered = { ...plain, orderNumber: 'N-1' };

    const answer = await payInstantly(simulator, { ...numbered, ...fields });

    t.deepEqual(Object.keys(answer).sort(), ['error', 'errorCode', 'errorMessage']);
    t.is(answer['errorCode'], code);
    t.is(answer['error'], answer['errorMessage']);
    t.is((await payInstantly(simulator, numbered))['errorCode'], '0');
  });
}

test('pays a number once, also where the same call comes twenty times at once', async (t) => {
  const simulator = await simulatorFor(t, { store: slowStore(memoryStore()) });
  const numbered = { ...plain, orderNumber: 'N-1' };

  const answers = await Promise.all(Array.from({ length: 20 }, () => payInstantly(simulator, numbered)));

  const paid = answers.filter(({ errorCode }) => errorCode === '0');
  t.is(paid.length, 1);
  t.is(answers.filter(({ errorCode }) => errorCode === '1').length, 19);
  t.is((await simulator.store.orders.findByNumber('test_user', 'N-1'))?.attempts.length, 1);
  t.is((await payInstantly(simulator, numbered))['errorCode'], '1');
});

test('stores the card for a client, unless it is not to be stored: then the order has no client', async (t) => {
  const simulator = await simulatorFor(t);

  const stored = await payInstantly(simulator, { ...plain, ...client });
  const notStored = await payInstantly(simulator, { ...plain, ...client, bindingNotNeeded: 'true' });

  t.regex((await simulator.status(stored['orderId']))['bindingInfo'].bindingId, /^[0-9a-f-]{36}$/);
  t.false('bindingInfo' in (await simulator.status(notStored['orderId'])));
  t.is((await simulator.call('getBindings.do', client))['bindings'].length, 1);
});

test('takes the older names of the address to return to and of the cardholder, and the public token', async (t) => {
  const merchant = { login: 'test_user', password: 'test_user_password', token: 'open-token' };
  const simulator = await simulatorFor(t, { merchants: [merchant] });
  const { returnUrl: _, ...rest } = order;
  const { cardholderName: __, ...card } = plain;

  const answer = await simulator.callBare('instantPayment.do', {
    ...rest,
    ...card,
    cardHolderName: 'AIDA BEK',
    backUrl: 'https://shop.example/back',
    token: 'open-token',
  });

  t.is(answer['redirect'], `https://shop.example/back?orderId=${answer['orderId']}&lang=en`);
  t.is(answer['orderStatus'].cardholderName, 'AIDA BEK');
});

test('follows a scenario that the call names, and echoes its parameters', async (t) => {
  const simulator = await simulatorFor(t);

  const { orderId, orderStatus } = await payInstantly(simulator, {
    ...plain,
    jsonParams: '{"scenario":"insufficient-funds","table":"7"}',
  });

  t.is(orderStatus.OrderStatus, 0);
  t.like(await simulator.status(orderId), { actionCode: 116 });
  t.deepEqual((await simulator.status(orderId))['merchantOrderParams'][1], { name: 'table', value: '7' });
});

test('keeps no card number and no code', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId } = await payInstantly(simulator, { ...plain, ...client, cvc: '987' });

  const kept = JSON.stringify([
    await simulator.store.orders.find(orderId),
    await simulator.store.bindings.ofMerchant('test_user'),
  ]);

  t.false(kept.includes(plainCard.pan));
  t.notRegex(kept, /\b987\b/, 'as a value; ids may have these digits in them');
});
