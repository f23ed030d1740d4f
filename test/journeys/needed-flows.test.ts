import { createHmac } from 'node:crypto';
import test from 'ava';
import { bereke } from '../../simulator/banks/bereke.ts';
import { cardForActionCode } from '../../simulator/issuer/code-range.ts';
import { hold, payWith } from '../helpers/payments/paid-order.ts';
import { pay, plainCard } from '../helpers/payments/pay.ts';
import { payForm } from '../helpers/payments/pay-form.ts';
import { merchantReceiver } from '../helpers/shop/merchant-receiver.ts';
import { receiverFor } from '../helpers/shop/receiver.ts';
import { type Fields, type Json, simulatorFor, startMs, type TestSimulator } from '../helpers/simulator/simulator.ts';

const poorCard = { ...plainCard, pan: cardForActionCode(116) };

const amountsOf = ({ paymentAmountInfo: info }: Json) => [
  info.paymentState,
  info.approvedAmount,
  info.depositedAmount,
  info.refundedAmount,
];

test('needed behaviour 11: messages follow the language, and success is the exact word that clients compare', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId } = await simulator.register();
  const messageIn = async (language: string) => (await simulator.status(orderId, { language }))['errorMessage'];

  t.is(await messageIn('ru'), 'Успешно');
  t.is(await messageIn('en'), 'Success');
  t.is(await messageIn('EN'), 'Success');
  for (const country of ['ua', 'by', 'uk', 'be', 'zz'])
    t.regex(await messageIn(country), /^(Success|Успешно)$/, country);
  const refusalIn = async (language: string) => (await simulator.status('nobody', { language }))['errorMessage'];
  t.is(await refusalIn('ru'), 'Заказ не найден');
  t.is(await refusalIn('en'), 'Order not found');
});

const returns = [
  ['https://shop.example/back?order=7&a[]=1', 'https://shop.example/back?order=7&a[]=1&orderId='],
  ['https://shop.example/back', 'https://shop.example/back?orderId='],
  ['http://127.0.0.1:3000/?wc-api=shop&action=result#top', 'http://127.0.0.1:3000/?wc-api=shop&action=result&orderId='],
] as const;
test('needed behaviour 12: the way back adds orderId and lang behind the query that the shop gave', async (t) => {
  const simulator = await simulatorFor(t);
  for (const [returnUrl, beginning] of returns) {
    const [, fragment = ''] = /(#.*)$/.exec(returnUrl) ?? [];
    const { orderId } = await simulator.register({ returnUrl, language: 'ru' });
    const failing = await simulator.register({ returnUrl: 'https://shop.example/', failUrl: returnUrl });

    const { redirect } = await payForm(simulator, orderId, plainCard, { language: 'ru' });
    const walk = await pay(failing.formUrl, { card: poorCard, tries: 3 });

    t.is(redirect, `${beginning}${orderId}&lang=ru${fragment}`);
    t.is(walk.end, 'shop');
    t.is('url' in walk ? walk.url : '', `${beginning}${failing.orderId}&lang=en${fragment}`, 'also to failUrl');
    const session = await simulator.callBare('getSessionStatus.do', { MDORDER: orderId, language: 'ru' });
    t.is(session['redirect'], `${beginning}${orderId}&lang=ru${fragment}`, 'also for who opens the page again');
  }
});

test('needed behaviour 13: the status echoes jsonParams, always has a description, and names the order', async (t) => {
  const simulator = await simulatorFor(t);
  const jsonParams = JSON.stringify({ CMS: 'Wordpress 6.5', email: 'aida@shop.example', n: 7, empty: '' });
  const described = await simulator.register({ jsonParams, description: 'Payment for order #7' });
  const plain = await simulator.register();

  const first = await simulator.status(described.orderId);
  const second = await simulator.status(plain.orderId);

  t.deepEqual(first['merchantOrderParams'], [
    { name: 'CMS', value: 'Wordpress 6.5' },
    { name: 'email', value: 'aida@shop.example' },
    { name: 'n', value: '7' },
    { name: 'empty', value: '' },
  ]);
  t.is(first['orderDescription'], 'Payment for order #7');
  t.deepEqual(second['merchantOrderParams'], []);
  t.is(second['orderDescription'], '');
  t.deepEqual(second['attributes'], [{ name: 'mdOrder', value: plain.orderId }]);
});

test('needed behaviour 14: an order whose time ran out is declined, and that is no error of the status call', async (t) => {
  for (const expiredActionCode of [bereke.expiredActionCode, -2007]) {
    const simulator = await simulatorFor(t, { bank: { ...bereke, expiredActionCode } });
    const { orderId } = await simulator.register();
    await simulator.clock.advance(1_200_000);

    const status = await simulator.status(orderId);

    t.like(status, { errorCode: '0', errorMessage: 'Success', orderStatus: 6, actionCode: expiredActionCode });
    t.deepEqual(amountsOf(status), ['DECLINED', 0, 0, 0]);
    t.not(status['actionCodeDescription'], '');
  }
});

test('needed behaviour 15: money is held, then taken, released or given back, and the amounts say so', async (t) => {
  const simulator = await simulatorFor(t);
  const [taken, freed] = [await hold(simulator), await hold(simulator)];
  const after = async (endpoint: string, orderId: string, fields: Fields = {}) => {
    t.is((await simulator.call(endpoint, { orderId, ...fields }))['errorCode'], '0');
    const status = await simulator.status(orderId);
    return [status['orderStatus'], ...amountsOf(status)];
  };

  t.deepEqual(amountsOf(await simulator.status(taken)), ['APPROVED', 100_000, 0, 0]);
  t.is((await simulator.status(taken))['orderStatus'], 1);
  t.deepEqual(await after('deposit.do', taken, { amount: '0' }), [2, 'DEPOSITED', 100_000, 100_000, 0], '0 is all');
  t.deepEqual(await after('refund.do', taken, { amount: '1' }), [4, 'REFUNDED', 100_000, 99_999, 1], 'any part');
  t.deepEqual(await after('refund.do', taken, { amount: '99999' }), [4, 'REFUNDED', 100_000, 0, 100_000]);
  t.deepEqual((await after('reverse.do', freed)).slice(0, 2), [3, 'REVERSED']);
  t.is((await simulator.status(freed))['paymentAmountInfo'].depositedAmount, 0);
});

/** What a shop with both phases lives through. */
const everyOperation = async (simulator: TestSimulator): Promise<void> => {
  const captured = await hold(simulator, { description: 'Шай; & бауырсақ' });
  await simulator.call('deposit.do', { orderId: captured });
  await simulator.call('refund.do', { orderId: captured, amount: '500' });
  await simulator.call('reverse.do', { orderId: await hold(simulator) });
  await payWith(simulator, poorCard.pan);
  await simulator.register();
  await simulator.clock.advance(1_200_000);
  await simulator.settled();
};

test('needed behaviour 16: callbacks come by GET, and the checksum covers every parameter that is sent', async (t) => {
  const simulator = await simulatorFor(t, {
    callbacks: { method: 'GET', token: 'ооc7-token', parameters: ['amount', 'orderDescription', 'actionCode'] },
    paymentAttempts: 1,
  });
  const shop = await receiverFor(t, 200);
  await simulator.setCallbacks('test_user', { url: shop.url });

  await everyOperation(simulator);

  t.deepEqual(shop.operations().toSorted(), [
    ...['approved=1', 'approved=1', 'declinedByTimeout=0', 'deposited=0', 'deposited=1', 'refunded=1', 'reversed=1'],
  ]);
  for (const { method, form } of shop.received) {
    t.is(method, 'GET');
    const { checksum, ...values } = Object.fromEntries(form);
    const sorted = Object.keys(values).sort();
    const text = sorted.map((name) => `${name};${values[name]};`).join('');
    t.is(checksum, createHmac('sha256', 'ооc7-token').update(text, 'utf8').digest('hex').toUpperCase(), text);
    for (const name of ['mdOrder', 'orderNumber', 'operation', 'status', 'amount']) t.true(sorted.includes(name), name);
  }
});

test('needed behaviour 17: a callback may be a bare JWT whose payload has texts only', async (t) => {
  const key = Buffer.from('a key of the bank').toString('base64');
  const simulator = await simulatorFor(t, { callbacks: { checksum: 'jwt', token: key } });
  const proof = { kind: 'jwt', key, nowMs: simulator.clock.now } as const;
  const [shop, raw] = [await merchantReceiver(t, proof), await receiverFor(t, 200)];
  await simulator.setCallbacks('test_user', { url: shop.url });
  const approved = await hold(simulator);
  await simulator.settled();
  await simulator.setCallbacks('test_user', { url: raw.url });
  await payWith(simulator, poorCard.pan);
  await simulator.settled();

  t.is(shop.heard.length, 1);
  t.like(shop.heard[0], { method: 'POST', fault: undefined });
  const status = await simulator.status(approved);
  t.deepEqual(shop.heard[0]?.values, {
    mdOrder: approved,
    orderNumber: status['orderNumber'],
    eci: '07',
    actionCode: '0',
    approvalCode: status['cardAuthInfo'].approvalCode,
    refNum: status['authRefNum'],
    actionCodeDescription: status['actionCodeDescription'],
    status: '1',
    operation: 'approved',
  });
  const [, claims = ''] = raw.received[0]?.body.split('.') ?? [];
  const { sub, iat, nbf, exp, payload } = JSON.parse(Buffer.from(claims, 'base64url').toString());
  t.deepEqual([sub, iat, nbf, exp], ['callback_service', startMs / 1000, startMs / 1000 - 2, startMs / 1000 + 300]);
  t.like(payload, { operation: 'deposited', status: '0', actionCode: '116' });
});

const numbers = [
  'a'.repeat(36),
  '17_1767254400',
  '2026/01/17',
  '8f14e45fceea167a5a36dedd4bea2543',
  'payment-hdYbpoxnmVEC1',
];
test('needed behaviour 18: order numbers of 36 characters, with _ and /, and Cyrillic descriptions are accepted', async (t) => {
  const simulator = await simulatorFor(t);
  for (const orderNumber of numbers) {
    const { orderId } = await simulator.register({ orderNumber, description: 'Огурцы, салат и лук' });

    const byId = await simulator.status(orderId);
    const byNumber = await simulator.call('getOrderStatusExtended.do', { orderNumber });

    t.like(byId, { errorCode: '0', orderNumber, orderDescription: 'Огурцы, салат и лук' });
    t.deepEqual(byNumber, byId);
  }
});

test('needed behaviour 19: a ping of the base address is answered, and a relative returnUrl is taken', async (t) => {
  const simulator = await simulatorFor(t);
  for (const address of [simulator.restUrl, simulator.restUrl.slice(0, -1), `${simulator.url}/payment/`]) {
    const ping = await fetch(address, { signal: AbortSignal.timeout(30_000) });
    t.true(ping.status < 500, address);
  }

  const { orderId } = await simulator.register({ returnUrl: 'finish.html' });
  const { redirect } = await payForm(simulator, orderId, plainCard);

  t.is(redirect, `${simulator.url}/payment/finish.html?orderId=${orderId}&lang=en`);
});

test('needed behaviour 20: answers are JSON in UTF-8, typed as JSON, or as text where a bank is old', async (t) => {
  for (const contentType of [bereke.contentType, 'text/plain;charset=UTF-8']) {
    const simulator = await simulatorFor(t, { bank: { ...bereke, contentType } });
    const { orderId } = await simulator.register({ description: 'Огурцы, салат и лук' });
    const query = new URLSearchParams({
      userName: 'test_user',
      password: 'test_user_password',
      orderId,
      language: 'ru',
    });

    const answer = await fetch(`${simulator.restUrl}getOrderStatusExtended.do?${query}`);
    const bytes = Buffer.from(await answer.arrayBuffer());

    t.is(answer.headers.get('content-type'), contentType);
    const { errorMessage, orderDescription } = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    t.deepEqual([errorMessage, orderDescription], ['Успешно', 'Огурцы, салат и лук']);
  }
  t.is(bereke.contentType, 'application/json;charset=UTF-8');
});
