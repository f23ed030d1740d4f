import { createHmac, verify, X509Certificate } from 'node:crypto';
import test, { type ExecutionContext } from 'ava';
import { cardForActionCode } from '../../simulator/issuer/code-range.ts';
import { hold, payWith } from '../helpers/payments/paid-order.ts';
import { challengeCard, frictionlessCard, pay, plainCard } from '../helpers/payments/pay.ts';
import { type Received, receiverFor } from '../helpers/shop/receiver.ts';
import {
  type Fields,
  type Json,
  login,
  simulatorFor,
  startMs,
  type TestSimulator,
} from '../helpers/simulator/simulator.ts';
import { decodeAsGo, goRegistered, goStatus, judges } from './strict-clients.ts';

/** POSTs a form and gives the text, as a client gets it that decodes by itself. */
const ask = async ({ restUrl }: TestSimulator, call: string, fields: Fields): Promise<string> => {
  const answer = await fetch(restUrl + call, { method: 'POST', body: new URLSearchParams({ ...login, ...fields }) });
  return answer.text();
};

const askStatus = (simulator: TestSimulator, orderId: string): Promise<string> =>
  ask(simulator, 'getOrderStatusExtended.do', { orderId });

/** An order in every state that a shop meets, by the name of the state. */
const ordersInEveryState = async (simulator: TestSimulator): Promise<Readonly<Record<string, string>>> => {
  const { call, register } = simulator;
  const [partly, reversed, refunded] = [await hold(simulator), await hold(simulator), await hold(simulator)];
  await call('deposit.do', { orderId: partly, amount: '100', depositType: '1' });
  await call('reverse.do', { orderId: reversed });
  await call('deposit.do', { orderId: refunded });
  await call('refund.do', { orderId: refunded, amount: '100', externalRefundId: 'RF-1' });
  const atIssuer = await register();
  await pay(atIssuer.formUrl, { card: challengeCard, atAcs: 'leave' });
  const stored = {
    clientId: 'aida',
    features: 'FORCE_CREATE_BINDING',
    email: 'aida@shop.example',
    phone: '77010000000',
  };
  const byChallenge = await register(stored);
  await pay(byChallenge.formUrl, { card: challengeCard });
  const expired = (await register({ sessionTimeoutSecs: '1' })).orderId;
  const orders = {
    held: await hold(simulator),
    'captured in part': partly,
    reversed,
    refunded,
    'at the issuer': atIssuer.orderId,
    registered: (await register({ sessionTimeoutSecs: '9999', jsonParams: '{"a":"b"}' })).orderId,
    'paid with a stored card': byChallenge.orderId,
    'paid without a challenge': await payWith(simulator, frictionlessCard.pan),
    'declined once': await payWith(simulator, cardForActionCode(116)),
    expired,
  };
  await simulator.clock.advance(1_000);
  return orders;
};

test('read from the answers 1: numbers are JSON numbers and codes are texts, all the way of the payer', async (t) => {
  const simulator = await simulatorFor(t);
  const sent = { amount: '250000', returnUrl: 'https://shop.example/', description: 'Order 7' };

  const { orderId, formUrl } = decodeAsGo(await ask(simulator, 'register.do', sent), goRegistered);
  await pay(formUrl);
  const paid = decodeAsGo(await askStatus(simulator, orderId), goStatus);

  t.like(paid, {
    errorCode: '0',
    orderStatus: 2,
    amount: 250_000,
    currency: '398',
    date: startMs,
    authDateTime: startMs,
  });
  t.like(paid, { depositedDate: startMs, cardAuthInfo: { expiration: '203412' }, bankInfo: { bankCountryCode: 'KZ' } });
  for (const text of [paid['terminalId'], paid['authRefNum'], paid['cardAuthInfo'].approvalCode])
    t.regex(text, /^[0-9A-Z]+$/);
  for (const [state, id] of Object.entries(await ordersInEveryState(simulator))) {
    const text = await askStatus(simulator, id);
    t.notThrows(() => decodeAsGo(text, goStatus), state);
    t.is(decodeAsGo(text, goStatus)['orderStatus'], JSON.parse(text).orderStatus, state);
  }
  for (const wrong of ['{"errorCode":0}', '{"orderStatus":"2"}', '{"currency":398}', '{"amount":1.5}', '{"date":"1"}'])
    t.throws(() => decodeAsGo(wrong, goStatus), { message: /cannot unmarshal/ }, 'the decoder is strict');
});

test('read from the answers 2: every habit of telling success from failure comes to the right end', async (t) => {
  for (const [title, { registered, succeeded, paid }] of Object.entries(judges)) {
    const simulator = await simulatorFor(t);
    const order = { amount: '1000', returnUrl: 'https://shop.example/', orderNumber: 'N-1' };

    const registration = await ask(simulator, 'register.do', order);
    const { orderId, formUrl } = JSON.parse(registration);
    t.true(registered(registration), title);
    t.false(registered(await ask(simulator, 'register.do', order)), `${title}: the number is used`);
    t.false(registered(await ask(simulator, 'register.do', { ...order, orderNumber: 'N-2', password: 'no' })), title);
    t.false(paid(await askStatus(simulator, orderId)), title);
    t.false(succeeded(await ask(simulator, 'refund.do', { orderId, amount: '1' })), `${title}: nothing to give back`);
    await pay(formUrl);

    t.true(paid(await askStatus(simulator, orderId)), title);
    t.false(paid(await askStatus(simulator, 'nobody')), title);
    t.true(succeeded(await ask(simulator, 'refund.do', { orderId, amount: '1' })), title);
    t.false(succeeded(await ask(simulator, 'refund.do', { orderId, amount: '1000' })), `${title}: more than is left`);
    t.true(succeeded(await ask(simulator, 'deposit.do', { orderId: await hold(simulator), amount: '0' })), title);
    t.true(succeeded(await ask(simulator, 'reverse.do', { orderId: await hold(simulator), language: 'ru' })), title);
    t.false(succeeded(await ask(simulator, 'reverse.do', { orderId: 'nobody' })), title);
  }
});

test('read from the answers 3: the message of what went well is exactly Success or Успешно', async (t) => {
  const simulator = await simulatorFor(t);
  for (const [language, word] of [
    ['en', 'Success'],
    ['ru', 'Успешно'],
    ['', 'Success'],
  ] as const) {
    const say = async (call: string, fields: Fields) =>
      JSON.parse(await ask(simulator, call, { ...fields, language })).errorMessage;
    const [taken, freed] = [await hold(simulator), await hold(simulator)];
    const { orderId } = await simulator.register();

    t.is(await say('getOrderStatusExtended.do', { orderId: taken }), word);
    t.is(await say('deposit.do', { orderId: taken }), word);
    t.is(await say('refund.do', { orderId: taken }), word);
    t.is(await say('reverse.do', { orderId: freed }), word);
    t.is(await say('decline.do', { orderId }), word);
    t.is(await say('getOrderStatusExtended.do', { orderId }), word, 'a declined order is no error');
    t.notRegex(await say('refund.do', { orderId }), /Success|Успешно/);
  }
});

const requiredKeys = [
  ...['errorCode', 'errorMessage', 'orderNumber', 'orderStatus', 'actionCode', 'actionCodeDescription'],
  ...['amount', 'currency', 'date', 'orderDescription'],
];
test('read from the answers 4: ten keys of the status are there in every state, though some are empty', async (t) => {
  const simulator = await simulatorFor(t);
  const orders = Object.entries(await ordersInEveryState(simulator));
  const states = new Set<number>();
  for (const [state, orderId] of orders) {
    const status = JSON.parse(await askStatus(simulator, orderId)) as Json;
    states.add(status['orderStatus']);
    for (const key of requiredKeys) t.true(status[key] !== undefined && status[key] !== null, `${key}, ${state}`);
  }
  t.deepEqual([...states].sort(), [0, 1, 2, 3, 4, 5, 6, 8]);
});

test('read from the answers 5: the legacy status mixes capital and small keys', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId, formUrl } = await simulator.register({ orderNumber: 'L-1', clientId: '1', amount: '10000' });
  await pay(formUrl, { card: plainCard });

  const { approvalCode, cardholderName, rrn, ...legacy } = JSON.parse(
    await ask(simulator, 'getOrderStatus.do', { orderId }),
  );

  t.deepEqual(legacy, {
    expiration: '203412',
    depositAmount: 10_000,
    currency: '398',
    authCode: 2,
    clientId: '1',
    ErrorCode: '0',
    ErrorMessage: 'Success',
    OrderStatus: 2,
    OrderNumber: 'L-1',
    Pan: '444455**3333',
    Amount: 10_000,
    Ip: '127.0.0.1',
  });
  t.regex(approvalCode, /^[0-9A-Z]{6}$/);
  t.is(typeof cardholderName, 'string');
  t.regex(rrn, /^\d{12}$/);
  t.deepEqual(Object.keys(JSON.parse(await ask(simulator, 'getOrderStatus.do', { orderId: 'x' }))), [
    'ErrorCode',
    'ErrorMessage',
  ]);
});

test('read from the answers 6: orders are listed between two dates of digits, by states joined with commas', async (t) => {
  const simulator = await simulatorFor(t);
  const paid = await payWith(simulator, plainCard.pan);
  const held = await hold(simulator);
  await simulator.register();
  const list = async (fields: Fields): Promise<Json> => {
    const between = { from: '20260101000000', to: '20260101235959', size: '100', page: '0', merchants: '' };
    return JSON.parse(await ask(simulator, 'getLastOrdersForMerchants.do', { ...between, ...fields }));
  };
  const ids = ({ orderStatuses }: Json) => orderStatuses.map(({ attributes }: Json) => attributes[0].value).sort();

  const both = await list({ transactionStates: 'DEPOSITED,APPROVED' });
  const none = await list({ transactionStates: 'DEPOSITED,APPROVED', to: '20260101075959' });

  t.like(both, { errorCode: 0, totalCount: 2 });
  t.deepEqual(ids(both), [paid, held].sort());
  t.deepEqual(none['orderStatuses'], []);
  t.is((await list({ transactionStates: 'DEPOSITED', from: '2026-01-01T00:00:00' }))['errorCode'], 5);
});

test('read from the answers 7: a shop splits its own number and the time out of the orderNumber again', async (t) => {
  const simulator = await simulatorFor(t);
  const orderNumber = `10042_${startMs / 1000}`;
  const orderId = await payWith(simulator, plainCard.pan, { orderNumber });

  const [id, seconds] = JSON.parse(await askStatus(simulator, orderId)).orderNumber.split('_');

  t.deepEqual([id, seconds], ['10042', String(startMs / 1000)]);
  t.is((await simulator.call('getOrderStatus.do', { orderId }))['OrderNumber'], orderNumber);
});

/** What a receiver signs again: every parameter but the checksum and the name of the key, sorted by name. */
const textOf = ({ form }: Received): string =>
  [...form]
    .filter(([name]) => !['checksum', 'sign_alias'].includes(name))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${name};${value};`)
    .join('');

/** Pays, is declined, and reads each callback as a receiver does: check, then the flag, then the status over the API. */
const hearsAndAsks = async (t: ExecutionContext, simulator: TestSimulator, isGenuine: (sent: Received) => boolean) => {
  const shop = await receiverFor(t, 200);
  await simulator.setCallbacks('test_user', { url: shop.url });
  await payWith(simulator, plainCard.pan);
  await payWith(simulator, cardForActionCode(116));
  await simulator.settled();

  t.is(shop.received.length, 2);
  for (const sent of shop.received) {
    t.is(sent.method, 'GET');
    t.true(isGenuine(sent), textOf(sent));
    const { mdOrder = '', status } = Object.fromEntries(sent.form);
    t.is(JSON.parse(await askStatus(simulator, mdOrder)).orderStatus, status === '1' ? 2 : 6);
  }
  t.deepEqual(shop.operations().sort(), ['deposited=0', 'deposited=1']);
};

test('read from the answers 8: a callback by GET holds against HMAC or a certificate, and the status says the same', async (t) => {
  const simulator = await simulatorFor(t, { paymentAttempts: 1, callbacks: { parameters: ['amount', 'clientId'] } });
  const pem = await (await fetch(`${simulator.url}/sandbox/callback-certificate.pem`)).text();
  const { publicKey } = new X509Certificate(pem);

  await simulator.setCallbacks('test_user', { checksum: 'hmac', token: 'a shared secret' });
  await hearsAndAsks(t, simulator, (sent) => {
    const own = createHmac('sha256', 'a shared secret').update(textOf(sent), 'utf8').digest('hex');
    return own.toUpperCase() === sent.form.get('checksum');
  });

  await simulator.setCallbacks('test_user', { checksum: 'rsa' });
  await hearsAndAsks(t, simulator, (sent) => {
    const checksum = sent.form.get('checksum') ?? '';
    const isHolding = verify('RSA-SHA512', Buffer.from(textOf(sent)), publicKey, Buffer.from(checksum, 'hex'));
    return isHolding && /^[0-9A-F]+$/.test(checksum);
  });
});
