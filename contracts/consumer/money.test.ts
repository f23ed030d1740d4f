import test from 'ava';
import type { GatewayClient } from '../../client/index.ts';
import { type Agreement, agree, fromState, type Given, refusalCode } from './agree.ts';
import { agreeOnRefusals } from './agree-on-refusals.ts';
import { deposited, example, refused, status } from './answers.ts';
import { added, listed, moved } from './money-answers.ts';
import { inNumber, inText } from './refusals.ts';
import { externalRefundId, part, type Situation, situations } from './situations.ts';
import * as wrong from './wrong-calls.ts';

const { orderId, orderNumber, amount } = example;
const byId = { orderId: fromState('orderId', orderId) };

type Call = Pick<Agreement, 'path' | 'form'> & { readonly ask: (client: GatewayClient) => Promise<unknown> };

interface Row extends Call {
  readonly given: Given;
  /** Of the refusal; absent if the call succeeds. */
  readonly errorCode?: string;
}

const given = (situation: Situation): Given => situations[situation][1];
const registered = given('registered');
const held = given('held');
const paid = given('paid');
const refundedInPart = given('refundedInPart');

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
const refundAll: Call = {
  path: 'refund.do',
  form: { ...byId, amount: '0' },
  ask: (client) => client.refund({ orderId }),
};
const decline: Call = { path: 'decline.do', form: byId, ask: (client) => client.decline({ orderId }) };

const unpaid: readonly Situation[] = ['tried', 'atIssuer', 'declined', 'expired', 'closed'];
const givenBack: readonly Situation[] = ['refundedInPart', 'refunded', 'partRefunded'];

/** What a shop does with an order, and the states in which the gateway has to refuse it. The keys continue "the shop asks ...". */
const wrongStates: Readonly<Record<string, readonly [call: Call, situations: readonly Situation[]]>> = {
  'to capture': [
    captureAll,
    ['registered', ...unpaid, 'verified', 'capturedInPart', 'capturedInSteps', 'reversed', ...givenBack],
  ],
  'to give free': [reverse, [...unpaid, 'verified', 'capturedInPart', 'inSteps', 'reversed', ...givenBack]],
  'to refund': [
    refundAll,
    ['registered', 'held', ...unpaid, 'verified', 'inSteps', 'reversed', 'reversedInPart', 'refunded', 'partRefunded'],
  ],
  'to close': [
    decline,
    ['held', 'declined', 'expired', 'closed', 'verified', 'capturedInPart', 'inSteps', 'reversed', ...givenBack],
  ],
};

const refusedByState = Object.entries(wrongStates).flatMap(([asks, [call, wrong]]) =>
  wrong.map((situation): [string, Row] => [
    `${asks} ${situations[situation][0]}`,
    { ...call, given: given(situation), errorCode: '7' },
  ]),
);

/** The operations of a shop on an order, and the expected answers. The keys continue "the shop asks ...". */
const rows: Readonly<Record<string, Row>> = {
  'to capture all that is held': { ...captureAll, given: held },
  'to capture a part of what is held': { ...capture(part), given: held },
  'to capture the rest of what is held': { ...captureAll, given: given('inSteps') },
  'to capture more than is held': { ...capture(amount + 1), given: held, errorCode: '5' },
  'to capture more than is left of a hold': { ...capture(part), given: given('reversedInPart'), errorCode: '5' },
  'to capture an order that is paid': { ...captureAll, given: paid, errorCode: '7' },
  'to give free what is held': { ...reverse, given: held },
  'to give free what nobody has paid': { ...reverse, given: registered, errorCode: '7' },
  'to refund a part of what was paid': { ...refund(part), given: paid },
  'to refund all that was paid': { ...refundAll, given: paid },
  'to refund what was captured in part': { ...refundAll, given: given('capturedInPart') },
  'to refund the rest of what was paid': { ...refundAll, given: refundedInPart },
  'to refund more than was paid': { ...refund(amount + 1), given: paid, errorCode: '7' },
  'to refund more than is left': { ...refund(part), given: refundedInPart, errorCode: '7' },
  'to refund more than was captured': { ...refund(part + 1), given: given('capturedInPart'), errorCode: '7' },
  // The rest would not pay for another one: the gateway accepts it as the refund that was made before.
  'for a refund that it was given before': { ...refund(part, { externalRefundId }), given: refundedInPart },
  'to refund an order of which less is left than it believes': {
    path: 'refund.do',
    form: { ...byId, amount: '1000', expectedDepositedAmount: String(amount) },
    ask: (client) => client.refund({ orderId, amountMinor: 1_000, expectedDepositedAmountMinor: amount }),
    given: refundedInPart,
    errorCode: '7',
  },
  'to close an order that nobody has paid': { ...decline, given: registered },
  'to close an order with a declined card': { ...decline, given: given('tried') },
  'to close an order that is paid': { ...decline, given: paid, errorCode: '7' },
  ...Object.fromEntries(refusedByState),
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
    given: [['the shop knows the date'], paid],
    shopAsks: 'for the orders that were paid on a day',
    path: 'getLastOrdersForMerchants.do',
    form: {
      from: fromState('from', '20260101000000'),
      to: fromState('to', '20260101235959'),
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

test('money of another merchant is not moved', async (t) => {
  const foreign = { orderId: fromState('neighboursOrderId', orderId) };
  const calls: Readonly<Record<string, Call>> = {
    'to refund': { ...refundAll, form: { ...refundAll.form, ...foreign } },
    'to capture': { ...captureAll, form: { ...captureAll.form, ...foreign } },
    'to close': { ...decline, form: foreign },
  };
  for (const [asks, { ask, ...call }] of Object.entries(calls)) {
    const agreement: Agreement = {
      ...call,
      given: [['two merchants have an order under the same number', { amount }]],
      shopAsks: `${asks} an order of another merchant, refused with the text 5`,
      answer: refused('5', 'The gateway says no'),
    };
    t.is(await refusalCode(t, agree(agreement, ask)), '5');
  }
});

test('a list has no orders of other days and of other states', async (t) => {
  const old = { from: new Date(Date.UTC(2001, 0, 1)), to: new Date(Date.UTC(2001, 0, 1, 23, 59, 59)) };
  const agreement: Agreement = {
    given: [paid],
    shopAsks: 'for the orders that were paid on a day before there were any',
    path: 'getLastOrdersForMerchants.do',
    form: {
      from: '20010101000000',
      to: '20010101235959',
      transactionStates: 'DEPOSITED',
      size: '10',
      page: '0',
      merchants: '',
    },
    answer: { ...listed([], 10), totalCount: 0 },
  };
  const none = await agree(agreement, (client) => client.getLastOrders({ ...old, states: ['DEPOSITED'], size: 10 }));
  const day = { from: new Date(Date.UTC(2026, 0, 1)), to: new Date(Date.UTC(2026, 0, 1, 23, 59, 59)) };
  const held: Agreement = {
    ...agreement,
    given: [['the shop knows the date'], paid],
    shopAsks: 'for the orders of a day that are only held',
    form: {
      ...agreement.form,
      from: fromState('from', '20260101000000'),
      to: fromState('to', '20260101235959'),
      transactionStates: 'APPROVED',
    },
  };
  const others = await agree(held, (client) => client.getLastOrders({ ...day, states: ['APPROVED'], size: 10 }));

  t.deepEqual([none.orderStatuses, others.orderStatuses], [[], []]);
});

const bare = {
  form: (id: unknown) => ({ orderId: id }),
  refuses: inText(),
  empty: wrong.noOrder,
  about: 'order',
} as const;
const allOfIt = { ...bare, form: (id: unknown) => ({ orderId: id, amount: '0' }) };
const states = { from: '20260101000000', to: '20260101235959', transactionStates: 'DEPOSITED' };

agreeOnRefusals({
  'to capture': {
    ...allOfIt,
    path: 'deposit.do',
    codes: { 8: { words: ' goods that cannot be read', fields: { depositItems: 'goods' }, ...wrong.held } },
  },
  'to give free': { ...bare, path: 'reverse.do' },
  'to refund': {
    ...allOfIt,
    path: 'refund.do',
    codes: { 8: { words: ' goods that cannot be read', fields: { refundItems: 'goods' }, ...wrong.paid } },
  },
  'to close': { ...bare, path: 'decline.do' },
  'to add parameters': {
    ...bare,
    path: 'addParams.do',
    form: (id) => ({ orderId: id, params: '{"courier":"K-5"}' }),
    empty: '4',
    codes: { 1: wrong.withoutOrder },
  },
  'for the orders of a day': {
    path: 'getLastOrdersForMerchants.do',
    form: () => ({ ...states, size: '10', page: '0' }),
    refuses: inNumber(),
    empty: '5',
    codes: {
      10: { words: ' in a state that does not exist', fields: { transactionStates: 'NONSENSE' } },
    },
  },
});
