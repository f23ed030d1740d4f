import test from 'ava';
import { hold, payWith } from '../../helpers/payments/paid-order.ts';
import { challengeCard, pay, plainCard } from '../../helpers/payments/pay.ts';
import { receiverFor } from '../../helpers/shop/receiver.ts';
import { controlOf } from '../../helpers/simulator/control.ts';
import { type Json, simulatorFor } from '../../helpers/simulator/simulator.ts';

const noMoney = '4000000000116006';

const sentences = (order: Json): readonly string[] => order['timeline'].map(({ what }: Json) => what);

test('one order tells its state in words and as on the wire, its attempts, and why the last one ended as it did', async (t) => {
  const simulator = await simulatorFor(t);
  const control = controlOf(t, simulator);
  const { orderId, formUrl } = await simulator.register({ orderNumber: 'A-1', description: 'Tea' });
  await pay(formUrl, { card: { ...plainCard, pan: noMoney } });

  const { json, text } = await control(`GET /merchants/test_user/orders/${orderId}`);

  t.like(json, {
    orderNumber: 'A-1',
    status: 'created',
    orderStatus: (await simulator.status(orderId))['orderStatus'],
    statusText: 'registered, not paid yet',
    actionCode: 116,
    actionCodeName: 'insufficient-funds',
    amountMinor: 1_500_000,
    currency: '398',
    attempts: [{ number: 1, card: { maskedPan: '400000**6006', brand: 'VISA' }, route: 'none', actionCode: 116 }],
    refunds: [],
  });
  t.is(json['attempts'][0].actionCodeMeaning, json['actionCodeMeaning']);
  t.regex(
    json['explanation'],
    /^Attempt 1 of 3 with VISA 400000\*\*6006 was declined with 116 \(insufficient-funds\): /,
  );
  t.regex(json['explanation'], /Decided by card number: the card number asks for insufficient-funds/);
  t.regex(
    json['explanation'],
    /Asked before: order \(asks for no scenario\); merchant test_user \(has no scenario set\)/,
  );
  t.regex(json['explanation'], /The payer may try 2 more cards\.$/);
  t.false(text.includes(noMoney));
});

test('the timeline tells what happened to an order in order of time, the callbacks and the opened page among it', async (t) => {
  const shop = await receiverFor(t, 500, 200);
  const simulator = await simulatorFor(t, { callbacks: { url: shop.url }, journalSize: 100 });
  const { advance, settled } = simulator.clockOf('test_user');
  const { orderId, formUrl } = await simulator.call('registerPreAuth.do', {
    orderNumber: 'A-1',
    amount: '100000',
    returnUrl: 'https://shop.example/',
  });
  await advance(1_000);
  await pay(formUrl, { card: challengeCard });
  await settled();
  await advance(40_000);
  await simulator.call('deposit.do', { orderId, amount: '40000' });
  await settled();
  await advance(1_000);
  await simulator.call('refund.do', { orderId, amount: '10000' });
  await settled();
  await advance(1_000);
  await simulator.actAsBank(orderId, 'chargeback');

  const { json } = await controlOf(t, simulator)(`GET /merchants/test_user/orders/${orderId}`);

  t.deepEqual(sentences(json), [
    'The shop registered order A-1 of 1000.00 KZT, to be held first.',
    'The payer opened the card page.',
    'Attempt 1 began, with MASTERCARD 555555**5599.',
    "The payer was sent to the issuer's page (3-D Secure 2).",
    '3-D Secure: the payer passed.',
    'Attempt 1 was approved: 1000.00 KZT is held.',
    'Callback approved with status 1 was sent: the shop answered HTTP 500.',
    'Callback approved with status 1 was sent again (try 2): the shop answered HTTP 200.',
    '400.00 KZT was captured.',
    'Callback deposited with status 1 was sent: the shop answered HTTP 200.',
    '100.00 KZT was refunded.',
    'Callback refunded with status 1 was sent: the shop answered HTTP 200.',
    "The payer's bank took the money back (chargeback).",
  ]);
  t.is(json['timeline'][0].at, '2026-01-01T08:00:00.000Z');
  t.is(json['timeline'][7].at, '2026-01-01T08:00:31.000Z');
  t.is(json['callbacks'].length, 3);
  t.true(json['requests'].isOn);
  const paths = json['requests'].entries.map(({ path }: Json) => path.split('/').at(-1));
  t.deepEqual(paths, [
    'registerPreAuth.do',
    'payment_en.html',
    'payment_en.html',
    'challenge',
    'answer',
    'finish3dsVer2PaymentAnonymous.do',
    'getFinishedPaymentInfo.do',
    'deposit.do',
    'refund.do',
  ]);
});

test('the timeline tells a challenge that fails, the end of time, a closed order, and a reversal', async (t) => {
  const simulator = await simulatorFor(t);
  const control = controlOf(t, simulator);
  const told = async (orderId: string) =>
    sentences((await control(`GET /merchants/test_user/orders/${orderId}`)).json).slice(1);
  const failing = await simulator.register();
  await pay(failing.formUrl, { card: challengeCard, otp: '111111' });
  const closed = await simulator.register();
  await simulator.call('decline.do', { orderId: closed.orderId });
  const held = await hold(simulator);
  await simulator.call('reverse.do', { orderId: held, amount: '30000' });

  await simulator.clockOf('test_user').advance(20 * 60_000);

  t.deepEqual((await told(failing.orderId)).slice(0, 3), [
    'Attempt 1 began, with MASTERCARD 555555**5599.',
    "The payer was sent to the issuer's page (3-D Secure 2).",
    "The payer typed a wrong code on the issuer's page.",
  ]);
  t.deepEqual((await told(failing.orderId)).slice(-1), [
    'Time ran out: -2007 (session-expired): The time given for the payment is over.',
  ]);
  t.deepEqual(await told(closed.orderId), [
    'The order was closed: 4005 (declined-by-merchant): Declined by the merchant.',
  ]);
  t.is((await told(held)).at(-1), '300.00 KZT was set free by a reversal.');
});

test('orders are listed newest first, by status, number and time, page by page', async (t) => {
  const simulator = await simulatorFor(t);
  const control = controlOf(t, simulator);
  const numbers = async (query: string): Promise<readonly string[]> =>
    (await control(`GET /merchants/test_user/orders${query}`)).json['orders'].map(
      ({ orderNumber }: Json) => orderNumber,
    );
  await payWith(simulator, plainCard.pan, { orderNumber: '1' });
  await simulator.clockOf('test_user').advance(60_000);
  for (const orderNumber of ['2', '3', '4']) await simulator.register({ orderNumber });

  t.deepEqual(await numbers(''), ['4', '3', '2', '1']);
  t.deepEqual(await numbers('?status=deposited'), ['1']);
  t.deepEqual(await numbers('?orderNumber=3'), ['3']);
  t.deepEqual(await numbers('?orderNumber=no'), []);
  t.deepEqual(await numbers('?since=2026-01-01T08:01:00Z'), ['4', '3', '2']);
  const { json } = await control('GET /merchants/test_user/orders?status=created&limit=2');
  t.like(json, { orders: [{ orderNumber: '4', orderStatus: 0 }, { orderNumber: '3' }], total: 3 });
  const rest = (await control(`GET /merchants/test_user/orders?status=created&before=${json['next']}`)).json;
  t.like(rest, { orders: [{ orderNumber: '2' }], total: 3 });
  t.false('next' in rest);
});

test('the list shows each order as it is at this moment', async (t) => {
  const simulator = await simulatorFor(t);
  await simulator.register();
  await simulator.clockOf('test_user').advance(20 * 60_000);

  const { json } = await controlOf(t, simulator)('GET /merchants/test_user/orders?status=declined');

  t.like(json['orders'], [{ orderStatus: 6, actionCodeName: 'left-payment-page' }]);
});

test('the bank acts on an order, and the answer is the order as it is then', async (t) => {
  const simulator = await simulatorFor(t);
  const control = controlOf(t, simulator);
  const orderId = await hold(simulator);
  const act = (body: object) => control(`POST /merchants/test_user/orders/${orderId}/acts`, body);

  t.like((await act({ act: 'capture', amountMinor: 60_000 })).json, { status: 'deposited', depositedMinor: 60_000 });
  t.like((await act({ act: 'refund', amountMinor: 10_000 })).json, {
    status: 'refunded',
    refundedMinor: 10_000,
    refunds: [{ amountMinor: 10_000 }],
  });
  t.true((await act({ act: 'chargeback' })).json['isChargedBack']);
  const open = await simulator.register();
  const expired = await control(`POST /merchants/test_user/orders/${open.orderId}/acts`, { act: 'expire' });
  t.like(expired.json, { status: 'declined', actionCode: -2014 });
});

test('what the state of an order does not allow is refused with that state and the reason', async (t) => {
  const simulator = await simulatorFor(t);
  const control = controlOf(t, simulator);
  const orderId = await payWith(simulator, plainCard.pan);

  const { status, json } = await control(`POST /merchants/test_user/orders/${orderId}/acts`, { act: 'capture' });
  const tooMuch = await control(`POST /merchants/test_user/orders/${orderId}/acts`, {
    act: 'refund',
    amountMinor: 9_999_999,
  });

  t.is(status, 409);
  t.is(json['reason'], 'wrong-status');
  t.regex(
    json['detail'],
    /^capture is not possible: the order is deposited \(paid\), orderStatus 2, approved 1500000, /,
  );
  t.like(tooMuch, { status: 409, json: { reason: 'refund-too-large' } });
});

test('an order of another merchant is not there', async (t) => {
  const simulator = await simulatorFor(t);
  const control = controlOf(t, simulator);
  await control('POST /merchants', { login: 'own' });
  const { orderId } = await simulator.register();

  t.is((await control(`GET /merchants/own/orders/${orderId}`)).status, 404);
  t.is((await control(`POST /merchants/own/orders/${orderId}/acts`, { act: 'expire' })).status, 404);
  t.deepEqual((await control('GET /merchants/own/orders')).json, { orders: [], total: 0 });
});

const wrong = [
  ['GET /merchants/nobody/orders', undefined, 404, 'login'],
  ['GET /merchants/test_user/orders?status=paid', undefined, 422, 'status'],
  ['GET /merchants/test_user/orders?since=yesterday', undefined, 422, 'since'],
  ['GET /merchants/test_user/orders?limit=0', undefined, 422, 'limit'],
  ['GET /merchants/test_user/orders?limit=many', undefined, 422, 'limit'],
  ['GET /merchants/test_user/orders?before=none', undefined, 422, 'before'],
  ['GET /merchants/test_user/orders?statuss=created', undefined, 422, 'statuss'],
  ['GET /merchants/test_user/orders/none', undefined, 404, 'orderId'],
  ['GET /merchants/nobody/orders/none', undefined, 404, 'login'],
  ['POST /merchants/test_user/orders/none/acts', { act: 'refund' }, 404, 'orderId'],
  ['POST /merchants/test_user/orders/none/acts', { act: 'pay' }, 422, 'act'],
  ['POST /merchants/test_user/orders/none/acts', {}, 422, 'act'],
  ['POST /merchants/test_user/orders/none/acts', { act: 'refund', amountMinor: 0 }, 422, 'amountMinor'],
  ['POST /merchants/test_user/orders/none/acts', { act: 'refund', amountMinor: 1.5 }, 422, 'amountMinor'],
  ['POST /merchants/test_user/orders/none/acts', { act: 'expire', amountMinor: 5 }, 422, 'amountMinor'],
  ['POST /merchants/test_user/orders/none/acts', { act: 'refund', amount: 5 }, 422, 'amount'],
] as const;
for (const [line, body, status, field] of wrong) {
  test(`${line} with ${JSON.stringify(body ?? null)} is ${status} and names ${field}`, async (t) => {
    const control = controlOf(t, await simulatorFor(t));

    const { json } = await control(line, body);

    t.is(json['status'], status);
    t.is(json['field'], field);
  });
}
