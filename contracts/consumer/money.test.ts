import test from 'ava';
import { type GatewayClient, GatewayRefused } from '../../client/index.ts';
import { type Agreement, agree, fromState, type Given } from './agree.ts';
import { deposited, example, refused, status } from './answers.ts';
import { added, listed, moved } from './money-answers.ts';

const { orderId, orderNumber, amount } = example;
const part = 1_000_000;
const byId = { orderId: fromState('orderId', orderId) };
const externalRefundId = 'refund-1';

interface Row extends Pick<Agreement, 'path' | 'form'> {
  readonly given: Given;
  readonly ask: (client: GatewayClient) => Promise<unknown>;
  /** Of the refusal; absent when the shop gets what it asks for. */
  readonly errorCode?: string;
}

const registered: Given = ['a registered order exists', { amount }];
const held: Given = ['an order held in two phases exists', { amount }];
const paid: Given = ['an order paid in one phase exists', { amount }];
const refundedInPart: Given = ['an order refunded in part exists', { amount, part, externalRefundId }];

/** What a shop does with an order, and what it counts on. The keys go on after "the shop asks ...". */
const rows: Readonly<Record<string, Row>> = {
  'to capture all that is held': {
    given: held,
    path: 'deposit.do',
    form: { ...byId, amount: '0' },
    ask: (client) => client.deposit({ orderId }),
  },
  'to capture a part of what is held': {
    given: held,
    path: 'deposit.do',
    form: { ...byId, amount: String(part) },
    ask: (client) => client.deposit({ orderId, amountMinor: part }),
  },
  'to capture more than is held': {
    given: held,
    path: 'deposit.do',
    form: { ...byId, amount: String(amount + 1) },
    ask: (client) => client.deposit({ orderId, amountMinor: amount + 1 }),
    errorCode: '5',
  },
  'to capture an order that is paid': {
    given: paid,
    path: 'deposit.do',
    form: { ...byId, amount: '0' },
    ask: (client) => client.deposit({ orderId }),
    errorCode: '7',
  },
  'to give free what is held': {
    given: held,
    path: 'reverse.do',
    form: byId,
    ask: (client) => client.reverse({ orderId }),
  },
  'to give free what nobody has paid': {
    given: registered,
    path: 'reverse.do',
    form: byId,
    ask: (client) => client.reverse({ orderId }),
    errorCode: '7',
  },
  'to refund a part of what was paid': {
    given: paid,
    path: 'refund.do',
    form: { ...byId, amount: String(part) },
    ask: (client) => client.refund({ orderId, amountMinor: part }),
  },
  'to refund more than was paid': {
    given: paid,
    path: 'refund.do',
    form: { ...byId, amount: String(amount + 1) },
    ask: (client) => client.refund({ orderId, amountMinor: amount + 1 }),
    errorCode: '7',
  },
  'to refund more than is left': {
    given: refundedInPart,
    path: 'refund.do',
    form: { ...byId, amount: String(part) },
    ask: (client) => client.refund({ orderId, amountMinor: part }),
    errorCode: '7',
  },
  // Not enough is left for another one: what is accepted here is the refund that was made before.
  'for a refund that it was given before': {
    given: refundedInPart,
    path: 'refund.do',
    form: { ...byId, amount: String(part), externalRefundId },
    ask: (client) => client.refund({ orderId, amountMinor: part, externalRefundId }),
  },
  'to close an order that nobody has paid': {
    given: registered,
    path: 'decline.do',
    form: byId,
    ask: (client) => client.decline({ orderId }),
  },
  'to close an order that is paid': {
    given: paid,
    path: 'decline.do',
    form: byId,
    ask: (client) => client.decline({ orderId }),
    errorCode: '7',
  },
};

for (const [shopAsks, { errorCode, ask, ...row }] of Object.entries(rows)) {
  test(`a shop that asks ${shopAsks} is ${errorCode ? `refused with ${errorCode}` : 'served'}`, async (t) => {
    const answer = errorCode ? refused(errorCode, 'The gateway says no') : moved;
    const call = agree({ ...row, given: [row.given], shopAsks, answer }, ask);

    if (!errorCode) return t.deepEqual(await call, { errorCode: '0', errorMessage: 'Success' });
    const error = await t.throwsAsync(call, { instanceOf: GatewayRefused });
    return t.is(error.errorCode, errorCode);
  });
}

test('parameters are added to an order', async (t) => {
  const agreement: Agreement = {
    given: [registered],
    shopAsks: 'to add parameters to an order',
    path: 'addParams.do',
    form: { ...byId, params: '{"courier":"K-5"}' },
    answer: added,
  };
  const answer = await agree(agreement, (client) => client.addParams({ orderId, params: { courier: 'K-5' } }));

  t.is(answer.errorCode, '0');
});

test('orders of a day are listed: the list has a numeric errorCode, each order a text', async (t) => {
  const amounts = { approvedAmount: amount, depositedAmount: amount };
  const order = { ...status({ orderStatus: 2, actionCode: 0, paymentState: 'DEPOSITED', ...amounts }), ...deposited };
  const agreement: Agreement = {
    given: [paid],
    shopAsks: 'for the orders that were paid on a day',
    path: 'getLastOrdersForMerchants.do',
    form: {
      from: '20260101000000',
      to: '20260101235959',
      transactionStates: 'DEPOSITED',
      size: '10',
      page: '0',
      merchants: '',
    },
    answer: listed([order], 10),
  };
  const day = { from: new Date(Date.UTC(2026, 0, 1)), to: new Date(Date.UTC(2026, 0, 1, 23, 59, 59)) };
  const list = await agree(agreement, (client) => client.getLastOrders({ ...day, states: ['DEPOSITED'], size: 10 }));

  t.deepEqual(
    list.orderStatuses.map((one) => [one.orderNumber, one.orderStatus, one.errorCode]),
    [[orderNumber, 2, '0']],
  );
  t.is(list.totalCount, 1);
});
