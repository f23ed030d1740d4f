import test from 'ava';
import { bereke } from '../../../../simulator/banks/bereke.ts';
import type { Order } from '../../../../simulator/domain/order.ts';
import { type OrderStatus, orderStatusNumbers } from '../../../../simulator/domain/order-status.ts';
import { pay, plainCard } from '../../../helpers/payments/pay.ts';
import { type Fields, type Json, simulatorFor, type TestSimulator } from '../../../helpers/simulator/simulator.ts';
import { anAttempt, anOrder } from '../../../helpers/stores/an-order.ts';

const paid = { actionCode: 0, attempts: [anAttempt()], approvedMinor: 100_000 } as const satisfies Partial<Order>;

/** An order in each status, as the way there leaves it. */
const orders: Readonly<Record<OrderStatus, Partial<Order>>> = {
  created: {},
  approved: { ...paid, isPreAuth: true },
  deposited: { ...paid, depositedMinor: 100_000, depositedAtMs: 1 },
  reversed: { ...paid, reversedAtMs: 1 },
  refunded: { ...paid, depositedMinor: 60_000, refundedMinor: 40_000, depositedAtMs: 1, refundedAtMs: 1 },
  'acs-started': { attempts: [anAttemptAtAcs()] },
  declined: { actionCode: 116, attempts: [] },
  pending: {},
  'partly-deposited': { ...paid, isPreAuth: true, depositedMinor: 30_000, depositedAtMs: 1 },
};

function anAttemptAtAcs() {
  const { actionCode: _, authorisation: __, ...attempt } = anAttempt();
  return attempt;
}

const operations = {
  'deposit everything': ['deposit.do', {}],
  'deposit a part': ['deposit.do', { amount: '10000' }],
  'deposit a part, intermediate': ['deposit.do', { amount: '10000', depositType: '1' }],
  'reverse everything': ['reverse.do', {}],
  'reverse a part': ['reverse.do', { amount: '10000' }],
  'refund everything': ['refund.do', { amount: '0' }],
  'refund a part': ['refund.do', { amount: '10000' }],
  decline: ['decline.do', {}],
  'add parameters': ['addParams.do', { params: '{"a":"1"}' }],
} as const satisfies Record<string, readonly [string, Fields]>;

type Operation = keyof typeof operations;

/** errorCode, then where it went well: orderStatus, approved, deposited, refunded. */
type Cell = readonly [code: string, status?: number, approved?: number, deposited?: number, refunded?: number];

/** Everything that is not listed is refused with 7. Source: the legality matrix of the gateway's documentation, and its amounts by state. */
const allowed: Readonly<Record<Operation, Partial<Record<OrderStatus, Cell>>>> = {
  'deposit everything': {
    approved: ['0', 2, 100_000, 100_000, 0],
    'partly-deposited': ['0', 2, 100_000, 100_000, 0],
  },
  'deposit a part': {
    approved: ['0', 2, 100_000, 10_000, 0],
    'partly-deposited': ['0', 2, 100_000, 40_000, 0],
  },
  'deposit a part, intermediate': {
    approved: ['0', 8, 100_000, 10_000, 0],
    'partly-deposited': ['0', 8, 100_000, 40_000, 0],
  },
  'reverse everything': { approved: ['0', 3, 100_000, 0, 0], deposited: ['0', 3, 100_000, 0, 0] },
  'reverse a part': { approved: ['0', 1, 90_000, 0, 0] },
  'refund everything': { deposited: ['0', 4, 100_000, 0, 100_000], refunded: ['0', 4, 100_000, 0, 100_000] },
  'refund a part': { deposited: ['0', 4, 100_000, 90_000, 10_000], refunded: ['0', 4, 100_000, 50_000, 50_000] },
  decline: { created: ['0', 6, 0, 0, 0], 'acs-started': ['0', 6, 0, 0, 0], pending: ['0', 6, 0, 0, 0] },
  'add parameters': Object.fromEntries(
    Object.entries(orders).map(([status, order]) => [
      status,
      [
        '0',
        orderStatusNumbers[status as OrderStatus],
        order.approvedMinor ?? 0,
        order.depositedMinor ?? 0,
        order.refundedMinor ?? 0,
      ],
    ]),
  ),
};

const statuses = Object.keys(orders) as OrderStatus[];
const cells = (Object.keys(operations) as Operation[]).flatMap((operation) =>
  statuses.map((status) => ({ operation, status, expected: allowed[operation][status] ?? (['7'] as const) })),
);

for (const { operation, status, expected } of cells) {
  const [code, ...rest] = expected;
  test(`${operation} in status ${status}: ${code === '0' ? `status ${rest[0]}` : `refused with ${code}`}`, async (t) => {
    const simulator = await simulatorFor(t);
    const order = anOrder({ status, ...orders[status] });
    await simulator.store.orders.insert(order);
    const before = await simulator.status(order.id);
    const [endpoint, fields] = operations[operation];

    const answer = await simulator.call(endpoint, { orderId: order.id, ...fields });

    t.is(answer['errorCode'], code);
    const after = await simulator.status(order.id);
    if (code !== '0') return t.deepEqual(after, before, 'a refusal changes nothing');
    const { approvedAmount, depositedAmount, refundedAmount } = after['paymentAmountInfo'];
    t.deepEqual([after['orderStatus'], approvedAmount, depositedAmount, refundedAmount], rest);
    return t.is(after['amount'], 100_000);
  });
}

test('covers every status with every operation', (t) => {
  const numbers = Object.keys(orderStatusNumbers);
  const asked = new Set(cells.map(({ operation, status }) => `${operation} in ${status}`));
  const allowedCount = cells.filter(({ expected }) => expected[0] === '0').length;
  const possible = numbers.length * Object.keys(operations).length;
  t.log(`statuses: ${statuses.length} of ${numbers.length} (${statuses.join('; ')})`);
  t.log(`operations: all ${Object.keys(operations).length} (${Object.keys(operations).join('; ')})`);
  t.log(`cells: ${asked.size} of ${possible}; ${allowedCount} allowed, ${possible - allowedCount} refused`);
  t.deepEqual(statuses.toSorted(), numbers.toSorted());
  t.is(asked.size, possible);
});

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

const amountsOf = ({ paymentAmountInfo: info }: Json) => [
  info.approvedAmount,
  info.depositedAmount,
  info.refundedAmount,
];

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
