import test from 'ava';
import { outcomeOf } from '../../client/index.ts';
import { type Agreement, agree, fromState, type Given, refusalCode } from './agree.ts';
import * as answers from './answers.ts';
import { example } from './answers.ts';
import { refunded } from './money-answers.ts';

const { orderId, orderNumber, amount } = example;
const path = 'getOrderStatusExtended.do';
const byId = { orderId: fromState('orderId', orderId) };
const declinedWith = 116;
const part = 1_000_000;
const rest = amount - part;
const externalRefundId = 'refund-1';
const registeredOrder = answers.status({ orderStatus: 0, actionCode: -100, paymentState: 'CREATED' });

interface Row {
  readonly title: string;
  readonly given: Given;
  readonly answer: ReturnType<typeof answers.status>;
  /** The outcome that the client reads. */
  readonly outcome: ReturnType<typeof outcomeOf>;
}

type Amounts = Pick<answers.Situation, 'amount' | 'approvedAmount' | 'depositedAmount'>;

const state = (orderStatus: number, paymentState: string, actionCode: unknown = 0, amounts: Amounts = {}) =>
  answers.status({ orderStatus, actionCode, paymentState, ...amounts });
const charged = (depositedAmount: number): Amounts => ({ approvedAmount: amount, depositedAmount });

/** The states that an order can be in, and the additions of each answer. */
const rows: readonly Row[] = [
  {
    title: 'an order that nobody has paid yet',
    given: ['a registered order exists', { amount }],
    answer: registeredOrder,
    outcome: undefined,
  },
  {
    title: 'an order paid in one phase',
    given: ['an order paid in one phase exists', { amount }],
    answer: { ...state(2, 'DEPOSITED', 0, charged(amount)), ...answers.deposited },
    outcome: 'paid',
  },
  {
    title: 'an order held in two phases',
    given: ['an order held in two phases exists', { amount }],
    answer: { ...state(1, 'APPROVED', 0, { approvedAmount: amount }), ...answers.approved },
    outcome: 'held',
  },
  {
    title: 'an order with a declined card that can be tried again',
    given: ['an order with a declined card and attempts left exists', { amount, actionCode: declinedWith }],
    answer: { ...state(0, 'CREATED', declinedWith), ...answers.triedCard },
    outcome: undefined,
  },
  {
    title: 'an order that was declined for good',
    given: ['an order declined for good exists', { amount, actionCode: declinedWith }],
    answer: { ...state(6, 'DECLINED', declinedWith), ...answers.triedCard },
    outcome: 'declined',
  },
  {
    title: "an order whose customer is at the issuer's page",
    given: ["an order with the customer at the issuer's page exists", { amount }],
    answer: { ...state(5, 'CREATED', -100), ...answers.triedCard },
    outcome: undefined,
  },
  {
    title: 'an order whose time was over',
    given: ['an expired order exists', { amount }],
    answer: state(6, 'DECLINED', answers.expiredCode),
    outcome: 'declined',
  },
  {
    title: 'an order that only verified a card',
    given: ['an order that verified a card exists', { amount: 0 }],
    answer: { ...state(3, 'REVERSED', 0, { amount: 0 }), ...answers.reversed },
    outcome: 'reversed',
  },
  {
    title: 'an order captured in part',
    given: ['an order captured in part exists', { amount, part }],
    answer: { ...state(2, 'DEPOSITED', 0, charged(part)), ...answers.deposited },
    outcome: 'paid',
  },
  {
    title: 'an order that is being captured in steps',
    given: ['an order with the first of several captures exists', { amount, part }],
    answer: { ...state(8, 'MULTIPLE_INTERMEDIATE_DEPOSITED', 0, charged(part)), ...answers.deposited },
    outcome: 'held',
  },
  {
    title: 'an order whose hold was given free',
    given: ['a reversed order exists', { amount }],
    answer: { ...state(3, 'REVERSED', 0, { approvedAmount: amount }), ...answers.reversed },
    outcome: 'reversed',
  },
  {
    title: 'an order refunded in part',
    given: ['an order refunded in part exists', { amount, part, externalRefundId }],
    answer: refunded(amount, [part], externalRefundId),
    outcome: 'refunded',
  },
  {
    title: 'an order refunded in full',
    given: ['an order refunded in full exists', { amount, part, externalRefundId }],
    answer: refunded(amount, [part, rest], externalRefundId),
    outcome: 'refunded',
  },
  {
    title: 'an order refunded once by a call that came twice',
    given: ['an order whose refund was sent twice exists', { amount, part: rest, externalRefundId }],
    answer: refunded(amount, [rest], externalRefundId),
    outcome: 'refunded',
  },
];

for (const { title, given, answer, outcome } of rows) {
  test(`the status of ${title}`, async (t) => {
    const agreement: Agreement = { given: [given], shopAsks: `for the status of ${title}`, path, form: byId, answer };
    const status = await agree(agreement, (client) => client.getOrderStatus({ orderId }));

    t.is(status.errorCode, '0');
    t.is(status.orderStatus, answer.orderStatus);
    t.is(status.amount, answer.amount);
    t.is(status.orderNumber, orderNumber);
    t.deepEqual(status.attributes, [{ name: 'mdOrder', value: orderId }]);
    t.is(outcomeOf(status), outcome);
  });
}

test('the status of an order is found by its number', async (t) => {
  const agreement: Agreement = {
    given: [['a registered order exists', { amount }]],
    shopAsks: 'for the status of an order by its number',
    path,
    form: { orderNumber: fromState('orderNumber', orderNumber) },
    answer: registeredOrder,
  };
  const status = await agree(agreement, (client) => client.getOrderStatus({ orderNumber }));

  t.deepEqual(status.attributes, [{ name: 'mdOrder', value: orderId }]);
});

test('the status is that of the order that was asked for', async (t) => {
  const attributes = [{ name: 'mdOrder', value: orderId }];
  const agreement: Agreement = {
    given: [['a registered order exists', { orderId, orderNumber, amount }]],
    shopAsks: 'for the status of one order among others',
    path,
    form: { orderId },
    answer: { ...registeredOrder, orderNumber, attributes },
  };
  const status = await agree(agreement, (client) => client.getOrderStatus({ orderId }));

  t.is(status.orderNumber, orderNumber);
  t.deepEqual(status.attributes, attributes);
});

test('an order that does not exist is refused, and has no status', async (t) => {
  const shopAsks = 'for the status of an order that does not exist';
  const unknown = { given: [['no order has this id'] as const], path, form: byId };
  const first = agree({ ...unknown, shopAsks, answer: answers.unknownOrder }, (client) =>
    client.getOrderStatus({ orderId }),
  );
  t.is(await refusalCode(t, first), '6');

  const noStatus = { ...unknown, shopAsks: `${shopAsks}, and wants none`, answer: answers.unknownOrderWithoutStatus };
  const second = agree(noStatus, (client) => client.getOrderStatus({ orderId }));

  t.is(await refusalCode(t, second), '6');
});

test('the old status call answers about a paid order in its own spelling', async (t) => {
  const agreement: Agreement = {
    given: [['an order paid in one phase exists', { amount }]],
    shopAsks: 'the old way for the status of a paid order',
    path: 'getOrderStatus.do',
    form: byId,
    answer: answers.legacyPaid,
  };
  const status = await agree(agreement, (client) => client.getOrderStatusLegacy({ orderId }));

  t.is(status.OrderStatus, 2);
  t.is(status.Amount, amount);
  t.is(status.depositAmount, amount);
});

test('the old status call refuses an order that does not exist', async (t) => {
  const agreement: Agreement = {
    given: [['no order has this id']],
    shopAsks: 'the old way for the status of an order that does not exist',
    path: 'getOrderStatus.do',
    form: byId,
    answer: answers.legacyUnknownOrder,
  };
  const call = agree(agreement, (client) => client.getOrderStatusLegacy({ orderId }));

  t.is(await refusalCode(t, call), '6');
});
