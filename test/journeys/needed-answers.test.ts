import test from 'ava';
import { cardForActionCode } from '../../simulator/issuer/code-range.ts';
import { sendRaw } from '../helpers/http/raw-request.ts';
import { hold, payWith } from '../helpers/payments/paid-order.ts';
import { plainCard } from '../helpers/payments/pay.ts';
import { payForm } from '../helpers/payments/pay-form.ts';
import { storedCard } from '../helpers/payments/stored-card.ts';
import { type Fields, type Json, login, simulatorFor, startMs } from '../helpers/simulator/simulator.ts';
import {
  type CallbackInput,
  doubleSlash,
  formBody,
  formBodyOnGet,
  multipart,
  oldHttp,
  queryOnGet,
  queryOnPost,
} from './wire.ts';

const order: Fields = { amount: '100000', returnUrl: 'https://shop.example/return' };

test('needed behaviour 1: a registration that went well has orderId and formUrl, and no error keys', async (t) => {
  const simulator = await simulatorFor(t);
  for (const endpoint of ['register.do', 'registerPreAuth.do']) {
    const answer = await simulator.call(endpoint, order);

    t.deepEqual(Object.keys(answer), ['orderId', 'formUrl'], endpoint);
    t.regex(answer['orderId'], /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    t.is(new URL(answer['formUrl']).searchParams.get('mdOrder'), answer['orderId']);
  }
});

test('needed behaviour 2: errorCode is a text, but a number where a card is sent and where orders are listed', async (t) => {
  const simulator = await simulatorFor(t);
  const { call, callBare } = simulator;
  const [held, captured] = [await hold(simulator), await hold(simulator)];
  const open = await simulator.register({ clientId: 'aida' });
  const other = await simulator.register();
  const bindingId = await storedCard(simulator, plainCard);
  const list = { size: '5', from: '20260101000000', to: '20260102000000', transactionStates: 'CREATED' };
  const texts = [
    ['deposit.do', { orderId: captured }],
    ['refund.do', { orderId: captured, amount: '1' }],
    ['reverse.do', { orderId: held }],
    ['decline.do', { orderId: other.orderId }],
    ['addParams.do', { orderId: open.orderId, params: '{"a":"b"}' }],
    ['getOrderStatusExtended.do', { orderId: open.orderId }],
    ['getBindings.do', { clientId: 'aida' }],
  ] as const;
  for (const [endpoint, fields] of texts) t.is((await call(endpoint, fields))['errorCode'], '0', endpoint);
  const calls = ['register', 'registerPreAuth', 'deposit', 'refund', 'reverse', 'decline', 'getOrderStatusExtended'];
  for (const name of calls) {
    const { errorCode, errorMessage } = await callBare(`${name}.do`, { ...login, password: 'wrong' });
    t.is(errorCode, '5', name);
    t.is(errorMessage, 'Access denied', name);
  }

  t.is((await call('getLastOrdersForMerchants.do', list))['errorCode'], 0);
  t.is((await call('getLastOrdersForMerchants.do', list))['orderStatuses'][0].errorCode, '0');
  t.is((await call('getLastOrdersForMerchants.do'))['errorCode'], 5);
  t.is((await call('paymentOrderBinding.do', { mdOrder: open.orderId, bindingId }))['errorCode'], 0);
  t.is((await call('paymentOrderBinding.do', { mdOrder: 'nobody', bindingId }))['errorCode'], 6);
  const { orderId } = await simulator.register();
  t.is((await payForm(simulator, orderId, { ...plainCard, pan: '4444' }))['errorCode'], 1);
  t.is((await payForm(simulator, orderId, { ...plainCard, pan: cardForActionCode(116) }))['errorCode'], 0);
  t.is((await payForm(simulator, orderId, plainCard))['errorCode'], 0);
  const recurrent = await fetch(new URL('../recurrentPayment.do', simulator.restUrl), { method: 'POST', body: '{}' });
  t.like(await recurrent.json(), { success: false, error: { code: '10' } });
});

const merchantCalls = [
  ...['register', 'registerPreAuth', 'registerByTemplate', 'getOrderStatusExtended', 'getOrderStatus'],
  ...['deposit', 'reverse', 'refund', 'decline', 'addParams', 'getLastOrdersForMerchants', 'instantRefund'],
  ...['paymentorder', 'instantPayment', 'motoPayment', 'verifyCard', 'verifyEnrollment', 'paymentOrderBinding'],
  ...['getBindings', 'getBindingsByCardOrId', 'bindCard', 'unBindCard', 'extendBinding', 'createBindingNoPayment'],
];
const wrongRequests: readonly (readonly [title: string, body: URLSearchParams | string, type?: string])[] = [
  ['nothing', ''],
  ['a wrong password', new URLSearchParams({ ...login, password: 'wrong' })],
  ['nothing but the login', new URLSearchParams({ ...login })],
  [
    'values that are none',
    new URLSearchParams({ ...login, orderId: 'x', amount: '1.5', mdOrder: 'x', clientId: '<b>' }),
  ],
  ['JSON that breaks off', '{"userName":', 'application/json'],
  ['noise', '\0\uffff%%%=&&&', 'application/x-www-form-urlencoded'],
];
test('needed behaviour 3: every error is HTTP 200 with JSON in the body', async (t) => {
  const { restUrl } = await simulatorFor(t);
  for (const path of [...merchantCalls.map((name) => `${name}.do`), 'processform.do', '../recurrentPayment.do']) {
    for (const [title, body, type] of wrongRequests) {
      const headers = type === undefined ? {} : { 'content-type': type };
      const answer = await fetch(new URL(path, restUrl), { method: 'POST', body, headers });

      t.is(answer.status, 200, `${path} with ${title}`);
      t.regex(answer.headers.get('content-type') ?? '', /^application\/json/);
      const { errorCode, ErrorCode = errorCode, error } = (await answer.json()) as Json;
      t.regex(String(ErrorCode ?? error.code), /^[1-9]\d?$/, `${path} with ${title}`);
    }
  }
});

const writings: readonly CallbackInput[] = [
  formBody(),
  queryOnPost('form'),
  queryOnPost('json'),
  queryOnGet,
  formBodyOnGet,
  oldHttp,
  multipart,
  doubleSlash(formBody()),
];
test('needed behaviour 4: parameters are read from everywhere; empty ones are absent, unknown ones ignored', async (t) => {
  const { url } = await simulatorFor(t);
  const noise = { taxSystem: '0', 'a[b]': 'c', description: '', currency: '0', jsonParams: 'null', orderBundle: '{}' };
  for (const [index, write] of writings.entries()) {
    const sent = { ...login, ...order, ...noise, orderNumber: `N-${index}` };

    const { orderId } = JSON.parse((await sendRaw(url, write('/payment/rest/register.do', sent))).body);
    const ask = write('/payment/rest/getOrderStatusExtended.do', { ...login, orderId, orderNumber: '' });

    const status = JSON.parse((await sendRaw(url, ask)).body);
    t.like(status, { orderStatus: 0, orderNumber: `N-${index}`, amount: 100_000, currency: '398' }, String(index));
  }
});

test('needed behaviour 5: getOrderStatus.do has capitals of its own, in its errors too', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId } = await simulator.register({ orderNumber: 'L-1', clientId: '1', language: 'ru' });

  const unpaid = await simulator.call('getOrderStatus.do', { orderId, language: 'ru' });
  const denied = await simulator.call('getOrderStatus.do', { orderId, password: 'wrong', language: 'ru' });

  t.deepEqual(Object.entries(unpaid), [
    ['depositAmount', 0],
    ['currency', '398'],
    ['authCode', 2],
    ['clientId', '1'],
    ['ErrorCode', '0'],
    ['ErrorMessage', 'Успешно'],
    ['OrderStatus', 0],
    ['OrderNumber', 'L-1'],
    ['Amount', 1_500_000],
  ]);
  t.deepEqual(denied, { ErrorCode: '5', ErrorMessage: 'Доступ запрещён' });
});

test('needed behaviour 6: amounts, states and dates are numbers; codes of cards, banks and currencies are texts', async (t) => {
  const simulator = await simulatorFor(t);
  const orderId = await payWith(simulator, plainCard.pan, { amount: '12345' });

  const status = await simulator.status(orderId);

  t.deepEqual(
    ['orderStatus', 'actionCode', 'amount', 'date', 'authDateTime', 'depositedDate'].map((key) => status[key]),
    [2, 0, 12_345, startMs, startMs, startMs],
  );
  for (const name of ['approvedAmount', 'depositedAmount', 'refundedAmount', 'feeAmount', 'totalAmount'])
    t.is(typeof status['paymentAmountInfo'][name], 'number', name);
  for (const name of ['errorCode', 'currency', 'terminalId', 'authRefNum']) t.is(typeof status[name], 'string', name);
  t.is(status['cardAuthInfo'].expiration, '203412');
  t.regex(status['cardAuthInfo'].approvalCode, /^[0-9A-Z]{6}$/);
  t.is(status['bankInfo'].bankCountryCode, 'KZ');
});

test('needed behaviour 7: before anybody tries to pay the answer says so, without a card', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId } = await simulator.register({ amount: '300000' });

  const status = await simulator.status(orderId);

  t.like(status, { errorCode: '0', orderStatus: 0, actionCode: -100, actionCodeDescription: '' });
  t.deepEqual(status['paymentAmountInfo'], {
    paymentState: 'CREATED',
    approvedAmount: 0,
    depositedAmount: 0,
    refundedAmount: 0,
    feeAmount: 0,
    totalAmount: 300_000,
  });
  t.is(status['bankInfo'].bankCountryCode, 'UNKNOWN');
  for (const key of ['cardAuthInfo', 'authDateTime', 'authRefNum', 'depositedDate', 'paymentWay'])
    t.false(key in status, key);
});

test('needed behaviour 8: a used order number is refused with 1 in the language of the request, also while unpaid', async (t) => {
  const simulator = await simulatorFor(t);
  await simulator.register({ orderNumber: 'payment-1' });

  const russian = await simulator.call('register.do', { ...order, orderNumber: 'payment-1', language: 'ru' });
  const english = await simulator.call('register.do', { ...order, orderNumber: 'payment-1', language: 'en' });

  for (const answer of [russian, english]) t.deepEqual(Object.keys(answer), ['errorCode', 'errorMessage']);
  t.deepEqual([russian['errorCode'], english['errorCode']], ['1', '1']);
  t.regex(russian['errorMessage'], /^Заказ с таким номером/);
  t.regex(english['errorMessage'], /order/i);
});

test('needed behaviour 9: no login is 5 and names the fields, a wrong one is 5, an unknown order is 6', async (t) => {
  const simulator = await simulatorFor(t);
  for (const endpoint of ['register.do', 'getOrderStatusExtended.do', 'deposit.do']) {
    const nobody = await simulator.callBare(endpoint, { ...order, orderId: 'x' });
    const stranger = await simulator.callBare(endpoint, { ...order, orderId: 'x', userName: 'x', password: 'y' });

    t.is(nobody['errorCode'], '5', endpoint);
    t.regex(nobody['errorMessage'], /\[userName\].*\[password\].*\[token\]/);
    t.is(stranger['errorCode'], '5', endpoint);
    t.notRegex(stranger['errorMessage'], /\[/);
  }

  const unknown = await simulator.status('b204ac41-90fa-41b7-9d47-f33ac4963a25', { language: 'ru' });
  const { errorCode } = await simulator.call('refund.do', { orderId: 'b204ac41-90fa-41b7-9d47-f33ac4963a25' });

  t.is(errorCode, '6');
  t.deepEqual(unknown, {
    errorCode: '6',
    errorMessage: 'Заказ не найден',
    merchantOrderParams: [],
    attributes: [],
  });
});

test('needed behaviour 10: a wrong state is 7, an amount that is no whole number is 5', async (t) => {
  const simulator = await simulatorFor(t);
  const [unpaid, held] = [(await simulator.register()).orderId, await hold(simulator)];
  const paid = await payWith(simulator, plainCard.pan, { amount: '1000' });
  const codeOf = async (endpoint: string, orderId: string, amount: string) =>
    (await simulator.call(endpoint, { orderId, amount }))['errorCode'];
  const texts = async (endpoint: string, orderId: string, amount: string) =>
    (await simulator.call(endpoint, { orderId, amount }))['errorMessage'];

  t.is(await codeOf('deposit.do', unpaid, '1000'), '7');
  t.is(await codeOf('refund.do', unpaid, '1000'), '7');
  t.is(await codeOf('refund.do', held, '1000'), '7');
  t.is(await codeOf('refund.do', paid, '1001'), '7');
  t.not(await texts('refund.do', paid, '1001'), await texts('refund.do', unpaid, '1000'), 'each case has its text');
  for (const amount of ['10.00', '10,5', '1e2', '-5', 'ten', ' 10'])
    for (const [endpoint, orderId] of [
      ['deposit.do', held],
      ['refund.do', paid],
    ] as const)
      t.is(await codeOf(endpoint, orderId, amount), '5', `${endpoint} ${amount}`);
  t.like(await simulator.status(paid), { orderStatus: 2, paymentAmountInfo: { depositedAmount: 1_000 } });
});
