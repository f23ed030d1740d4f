import test from 'ava';
import { memoryStore } from '../../../../simulator/store/memory/memory-store.ts';
import { plainCard } from '../../../helpers/payments/pay.ts';
import { type Fields, simulatorFor } from '../../../helpers/simulator/simulator.ts';
import { slowStore } from '../../../helpers/stores/slow-store.ts';
import { client, declined, order, payInstantly, plain } from './pay-instantly.ts';

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
    originalActionCode: '00',
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
  ['a word for preAuth', { preAuth: 'maybe' }, '5'],
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
