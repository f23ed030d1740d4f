import test from 'ava';
import type { Order } from '../../../../simulator/domain/orders/order.ts';
import { type OrderStatus, orderStatusNumbers } from '../../../../simulator/domain/orders/order-status.ts';
import { type Fields, simulatorFor } from '../../../helpers/simulator/simulator.ts';
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
