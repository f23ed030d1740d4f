import test from 'ava';
import { bereke } from '../../../../simulator/banks/bereke.ts';
import { pay, plainCard } from '../../../helpers/payments/pay.ts';
import { type Fields, type Json, simulatorFor, type TestSimulator } from '../../../helpers/simulator/simulator.ts';

const held = async (simulator: TestSimulator, fields: Fields = {}) => {
  const order = { amount: '100000', returnUrl: 'https://shop.example/return', ...fields };
  const { orderId, formUrl } = await simulator.call('registerPreAuth.do', order);
  await pay(formUrl, { card: plainCard });
  return orderId as string;
};

const taken = async (simulator: TestSimulator, amount = '100000') => {
  const { orderId, formUrl } = await simulator.register({ amount });
  await pay(formUrl, { card: plainCard });
  return orderId;
};

const paymentFields = {
  $PAN: plainCard.pan,
  $CVC: '123',
  $EXPIRY: '202612',
  TEXT: 'AIDA',
  language: 'en',
};

const amountsOf = ({ paymentAmountInfo: info }: Json) => [
  info.approvedAmount,
  info.depositedAmount,
  info.refundedAmount,
];

test('a hold that is reversed in part is no partial approval of the issuer', async (t) => {
  const simulator = await simulatorFor(t);
  const orderId = await held(simulator);

  t.is((await simulator.call('reverse.do', { orderId, amount: '30000' }))['errorCode'], '0');
  const reversed = await simulator.status(orderId);
  await simulator.call('deposit.do', { orderId, amount: '0' });
  const captured = await simulator.status(orderId);

  t.deepEqual(amountsOf(reversed), [70_000, 0, 0]);
  t.deepEqual(amountsOf(captured), [70_000, 70_000, 0]);
  t.deepEqual([reversed['partialAuthorization'], captured['partialAuthorization']], [undefined, undefined]);
});

test('refunds in parts down to zero, and says every refund in the status', async (t) => {
  const simulator = await simulatorFor(t);
  const orderId = await taken(simulator);
  await simulator.clock.advance(86_400_000);

  t.is((await simulator.call('refund.do', { orderId, amount: '30000', externalRefundId: 'RF-1' }))['errorCode'], '0');
  t.is((await simulator.call('refund.do', { orderId, amount: '70001' }))['errorCode'], '7');
  t.is((await simulator.call('refund.do', { orderId, amount: '70000' }))['errorCode'], '0');
  t.is((await simulator.call('refund.do', { orderId, amount: '1' }))['errorCode'], '7');

  const status = await simulator.status(orderId);
  t.deepEqual(amountsOf(status), [100_000, 0, 100_000]);
  t.deepEqual(
    status['refunds'].map(({ amount, date, actionCode, externalRefundId }: Json) => [
      amount,
      date,
      actionCode,
      externalRefundId,
    ]),
    [
      [30_000, '2026-01-02T08:00:00', '0', 'RF-1'],
      [70_000, '2026-01-02T08:00:00', '0', undefined],
    ],
  );
  t.is(status['refundedDate'], simulator.clock.now());
});

test('refunds a known external id only once, and a wrong expectation not at all', async (t) => {
  const simulator = await simulatorFor(t);
  const orderId = await taken(simulator);
  const refund = (fields: Fields) => simulator.call('refund.do', { orderId, amount: '1000', ...fields });

  t.is((await refund({ externalRefundId: 'A' }))['errorCode'], '0');
  t.is((await refund({ externalRefundId: 'A' }))['errorCode'], '0');
  t.is((await refund({ expectedDepositedAmount: '100000' }))['errorCode'], '7');
  t.is((await refund({ expectedDepositedAmount: '99000' }))['errorCode'], '0');

  t.deepEqual(amountsOf(await simulator.status(orderId)), [100_000, 98_000, 2_000]);
});

const badAmounts = ['-1', '1.5', 'all', '1e3', '1234567890123'];
for (const endpoint of ['deposit.do', 'reverse.do', 'refund.do']) {
  test(`refuses amounts that are none in ${endpoint} with 5`, async (t) => {
    const simulator = await simulatorFor(t);
    const orderId = await held(simulator);
    for (const amount of badAmounts) {
      t.is((await simulator.call(endpoint, { orderId, amount }))['errorCode'], '5', amount);
    }
  });
}

test('refuses to take more than is held with 5', async (t) => {
  const simulator = await simulatorFor(t);
  const orderId = await held(simulator);

  t.is((await simulator.call('deposit.do', { orderId, amount: '100001' }))['errorCode'], '5');
  t.is((await simulator.call('deposit.do', { orderId, amount: '100000', currency: '840' }))['errorCode'], '5');
  t.is((await simulator.call('deposit.do', { orderId, depositType: '7' }))['errorCode'], '5');
  t.deepEqual(amountsOf(await simulator.status(orderId)), [100_000, 0, 0]);
});

test('takes held money in several steps, the last one final', async (t) => {
  const simulator = await simulatorFor(t);
  const orderId = await held(simulator);
  const statusAfter = async (fields: Fields) => {
    await simulator.call('deposit.do', { orderId, ...fields });
    const status = await simulator.status(orderId);
    return [
      status['orderStatus'],
      status['paymentAmountInfo'].paymentState,
      status['paymentAmountInfo'].depositedAmount,
    ];
  };

  t.deepEqual(await statusAfter({ amount: '20000', depositType: '1' }), [8, 'MULTIPLE_INTERMEDIATE_DEPOSITED', 20_000]);
  t.deepEqual(await statusAfter({ amount: '30000', depositType: '1' }), [8, 'MULTIPLE_INTERMEDIATE_DEPOSITED', 50_000]);
  t.deepEqual(await statusAfter({ amount: '10000', depositType: '2' }), [2, 'DEPOSITED', 60_000]);
});

test('reverses only once, and only until the bank day ends', async (t) => {
  const simulator = await simulatorFor(t);
  const once = await held(simulator);
  const late = await held(simulator);
  const captured = await held(simulator);
  const inPart = await held(simulator);
  const reverse = (orderId: string, fields: Fields = {}) => simulator.call('reverse.do', { orderId, ...fields });

  t.is((await reverse(once, { amount: '1000' }))['errorCode'], '0');
  t.is((await reverse(once))['errorCode'], '5');
  await simulator.call('deposit.do', { orderId: inPart, amount: '1000' });
  t.is((await reverse(inPart))['errorCode'], '7', 'a part was captured');
  await simulator.call('deposit.do', { orderId: captured });
  t.is((await reverse(captured, { amount: '1000' }))['errorCode'], '7', 'a captured payment only wholly');
  // 08:00 UTC is 13:00 in Kazakhstan: the day ends eleven hours later.
  await simulator.clock.advance(11 * 3_600_000 - 1);
  t.is((await reverse(captured))['errorCode'], '0');
  await simulator.clock.advance(1);
  t.is((await reverse(late))['errorCode'], '7');
  t.is((await simulator.status(late))['orderStatus'], 1);
});

test('makes of a reversed capture what the bank makes of it', async (t) => {
  const statusAt = async (capturedReversal: 'approved' | 'refused') => {
    const simulator = await simulatorFor(t, { bank: { ...bereke, capturedReversal } });
    const orderId = await taken(simulator);
    const { errorCode } = await simulator.call('reverse.do', { orderId });
    return [errorCode, (await simulator.status(orderId))['orderStatus']];
  };

  t.deepEqual(await statusAt('approved'), ['0', 1]);
  t.deepEqual(await statusAt('refused'), ['7', 2]);
});

test('captures or releases a hold by itself at the date that was set, unless the merchant was quicker', async (t) => {
  const simulator = await simulatorFor(t);
  const captured = await held(simulator, { autocompletionDate: '2026-01-01T10:00:00' });
  const released = await held(simulator, { autoReverseDate: '2026-01-03T10:00:00' });
  const handled = await held(simulator, { autocompletionDate: '2026-01-01T10:00:00' });
  await simulator.call('reverse.do', { orderId: handled, amount: '1000' });
  const storedStatus = async (orderId: string) => (await simulator.store.orders.find(orderId))?.status;

  await simulator.clock.advance(2 * 3_600_000 - 1);
  t.is(await storedStatus(captured), 'approved');
  await simulator.clock.advance(1);
  t.is(await storedStatus(captured), 'deposited', 'without anybody asking');
  await simulator.clock.advance(3 * 86_400_000);

  t.is(await storedStatus(released), 'reversed');
  t.is(await storedStatus(handled), 'approved');
  t.is((await simulator.status(captured))['depositedDate'], Date.UTC(2026, 0, 1, 10));
});

test('closes an unpaid order by decline.do, and by the payer', async (t) => {
  const simulator = await simulatorFor(t);
  const byMerchant = await simulator.register({ orderNumber: 'N-1' });
  const byPayer = await simulator.register({ failUrl: 'https://shop.example/fail' });

  t.is((await simulator.call('decline.do', { orderNumber: 'N-1' }))['errorCode'], '0');
  const answer = await simulator.callBare('declineByClient.do', { mdOrder: byPayer.orderId });

  t.like(await simulator.status(byMerchant.orderId), { orderStatus: 6, actionCode: 4005 });
  t.is(answer['redirect'], `https://shop.example/fail?orderId=${byPayer.orderId}&lang=en`);
  t.like(await simulator.status(byPayer.orderId), { orderStatus: 6, actionCode: -102 });
  t.is((await simulator.callBare('declineByClient.do', { mdOrder: byPayer.orderId }))['errorCode'], 7);
});

test('a card that comes after decline.do is not told that the time is over, but one after the time is', async (t) => {
  const simulator = await simulatorFor(t);
  const [closed, late] = [await simulator.register(), await simulator.register()];
  const payNow = async ({ orderId }: { orderId: string }) =>
    simulator.call('paymentorder.do', { MDORDER: orderId, ...paymentFields });

  await simulator.call('decline.do', { orderId: closed.orderId });
  t.like(await payNow(closed), { errorCode: 7, errorMessage: 'The order is processed already' });
  await simulator.clock.advance(1_300_000);
  t.like(await payNow(late), { errorCode: 7, errorMessage: 'The time for payment is over' });
});

test('adds parameters, a known name getting the new value', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId } = await simulator.register({ jsonParams: '{"a":"1","b":"2"}' });

  t.is((await simulator.call('addParams.do', { orderId, params: '{"b":"3","c":4}' }))['errorCode'], '0');
  t.is((await simulator.call('addParams.do', { orderId, params: '[]' }))['errorCode'], '5');
  t.is((await simulator.call('addParams.do', { orderId }))['errorCode'], '4');

  const { merchantOrderParams } = await simulator.status(orderId);
  t.deepEqual(
    merchantOrderParams.map(({ name, value }: Json) => `${name}=${value}`),
    ['a=1', 'b=3', 'c=4'],
  );
});

test('finds nothing for a stranger, and nothing for nobody', async (t) => {
  const simulator = await simulatorFor(t);
  await simulator.store.merchants.save({ login: 'other', password: 'secret', name: 'Other' });
  const orderId = await held(simulator);
  for (const endpoint of ['deposit.do', 'reverse.do', 'refund.do', 'decline.do', 'addParams.do']) {
    const fields = { params: '{}' };
    const stranger = { userName: 'other', password: 'secret', orderId, ...fields };
    t.is((await simulator.callBare(endpoint, stranger))['errorCode'], '5');
    t.is((await simulator.call(endpoint, { orderId: 'nobody', ...fields }))['errorCode'], '6');
    t.is((await simulator.call(endpoint, fields))['errorCode'], '1');
    t.is((await simulator.callBare(endpoint, { orderId, ...fields }))['errorCode'], '5');
  }
});

test('lists orders by state, date and page, newest first', async (t) => {
  const simulator = await simulatorFor(t);
  const first = await simulator.register({ orderNumber: 'one' });
  await simulator.clock.advance(1_000);
  await simulator.register({ orderNumber: 'two' });
  await simulator.clock.advance(1_000);
  await pay((await simulator.register({ orderNumber: 'three' })).formUrl, { card: plainCard });
  const list = (fields: Fields = {}) =>
    simulator.call('getLastOrdersForMerchants.do', {
      size: '10',
      from: '20260101080000',
      to: '20260101080002',
      transactionStates: 'CREATED,DEPOSITED',
      ...fields,
    });
  const numbers = ({ orderStatuses }: Json) => orderStatuses.map(({ orderNumber }: Json) => orderNumber);

  const all = await list();
  t.like(all, { errorCode: 0, totalCount: 3, page: 0, pageSize: 10 });
  t.deepEqual(numbers(all), ['three', 'two', 'one']);
  t.is(all['orderStatuses'][0].errorCode, '0');
  t.deepEqual(numbers(await list({ transactionStates: 'DEPOSITED' })), ['three']);
  t.deepEqual(numbers(await list({ size: '2', page: '1' })), ['one']);
  t.deepEqual(numbers(await list({ to: '20260101080000' })), ['one']);
  t.is((await list({ transactionStates: 'PAID' }))['errorCode'], 10);
  t.is((await list({ merchants: 'other' }))['errorCode'], 10);
  t.is((await list({ size: '201' }))['errorCode'], 5);
  t.is((await list({ from: 'yesterday' }))['errorCode'], 5);
  t.is((await list({ size: '' }))['errorCode'], 5);
  t.is(typeof first.orderId, 'string');
});

test('lets one of many deposits, and one of many reversals, succeed that arrive at once', async (t) => {
  const simulator = await simulatorFor(t);
  for (const endpoint of ['deposit.do', 'reverse.do']) {
    const orderId = await held(simulator);
    const answers = await Promise.all(Array.from({ length: 50 }, () => simulator.call(endpoint, { orderId })));

    t.is(answers.filter(({ errorCode }) => errorCode === '0').length, 1, endpoint);
  }
});
