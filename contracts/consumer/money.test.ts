import test from 'ava';
import type { GatewayClient } from '../../client/index.ts';
import { type Agreement, agree, fromState, type Given, refusalCode } from './agree.ts';
import { deposited, example, refused, status } from './answers.ts';
import { added, listed, moved } from './money-answers.ts';

const { orderId, orderNumber, amount } = example;
const part = 1_000_000;
const byId = { orderId: fromState('orderId', orderId) };
const externalRefundId = 'refund-1';

type Call = Pick<Agreement, 'path' | 'form'> & { readonly ask: (client: GatewayClient) => Promise<unknown> };

interface Row extends Call {
  readonly given: Given;
  /** Of the refusal; absent if the call succeeds. */
  readonly errorCode?: string;
}

const registered: Given = ['a registered order exists', { amount }];
const held: Given = ['an order held in two phases exists', { amount }];
const paid: Given = ['an order paid in one phase exists', { amount }];
const refundedInPart: Given = ['an order refunded in part exists', { amount, part, externalRefundId }];

const captureAll: Call = {
  path: 'deposit.do',
  form: { ...byId, amount: '0' },
  ask: (client) => client.deposit({ orderId }),
};
const capture = (amountMinor: number): Call => ({
  path: 'deposit.do',
  form: { ...byId, amount: String(amountMinor) },
  ask: (client) => client.deposit({ orderId, amountMinor }),
});
const reverse: Call = { path: 'reverse.do', form: byId, ask: (client) => client.reverse({ orderId }) };
const refund = (amountMinor: number, more: { readonly externalRefundId?: string } = {}): Call => ({
  path: 'refund.do',
  form: { ...byId, amount: String(amountMinor), ...more },
  ask: (client) => client.refund({ orderId, amountMinor, ...more }),
});
const decline: Call = { path: 'decline.do', form: byId, ask: (client) => client.decline({ orderId }) };

/** The operations of a shop on an order, and the expected answers. The keys continue "the shop asks ...". */
const rows: Readonly<Record<string, Row>> = {
  'to capture all that is held': { ...captureAll, given: held },
  'to capture a part of what is held': { ...capture(part), given: held },
  'to capture more than is held': { ...capture(amount + 1), given: held, errorCode: '5' },
  'to capture an order that is paid': { ...captureAll, given: paid, errorCode: '7' },
  'to give free what is held': { ...reverse, given: held },
  'to give free what nobody has paid': { ...reverse, given: registered, errorCode: '7' },
  'to refund a part of what was paid': { ...refund(part), given: paid },
  'to refund more than was paid': { ...refund(amount + 1), given: paid, errorCode: '7' },
  'to refund more than is left': { ...refund(part), given: refundedInPart, errorCode: '7' },
  // The rest would not pay for another one: the gateway accepts it as the refund that was made before.
  'for a refund that it was given before': { ...refund(part, { externalRefundId }), given: refundedInPart },
  'to close an order that nobody has paid': { ...decline, given: registered },
  'to close an order that is paid': { ...decline, given: paid, errorCode: '7' },
};

for (const [shopAsks, { errorCode, ask, ...row }] of Object.entries(rows)) {
  test(`a shop that asks ${shopAsks} is ${errorCode ? `refused with ${errorCode}` : 'served'}`, async (t) => {
    const answer = errorCode ? refused(errorCode, 'The gateway says no') : moved;
    const call = agree({ ...row, given: [row.given], shopAsks, answer }, ask);

    if (!errorCode) return t.deepEqual(await call, { errorCode: '0', errorMessage: 'Success' });
    return t.is(await refusalCode(t, call), errorCode);
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
