import test from 'ava';
import { outcomeOf } from '../../client/index.ts';
import { type Agreement, agree, fromState, type Given, refusalCode } from './agree.ts';
import { agreeOnRefusals } from './agree-on-refusals.ts';
import * as answers from './answers.ts';
import { example } from './answers.ts';
import { refunded } from './money-answers.ts';
import { bindingInfo, paidByVisa } from './payment-answers.ts';
import { inText } from './refusals.ts';
import { declinedWith, externalRefundId, part, rest, type Situation, situations } from './situations.ts';
import { noOrder } from './wrong-calls.ts';

const { orderId, orderNumber, amount } = example;
const path = 'getOrderStatusExtended.do';
const byId = { orderId: fromState('orderId', orderId) };
const registeredOrder = answers.status({ orderStatus: 0, actionCode: -100, paymentState: 'CREATED' });

interface Row {
  readonly answer: object & Pick<ReturnType<typeof answers.status>, 'orderStatus' | 'amount'>;
  /** The outcome that the client reads. */
  readonly outcome: ReturnType<typeof outcomeOf>;
}

type Amounts = Pick<answers.Situation, 'amount' | 'approvedAmount' | 'depositedAmount'>;

const state = (orderStatus: number, paymentState: string, actionCode: unknown = 0, amounts: Amounts = {}) =>
  answers.status({ orderStatus, actionCode, paymentState, ...amounts });
const charged = (depositedAmount: number): Amounts => ({ approvedAmount: amount, depositedAmount });

/** A card without money: the words say so. */
const ofMoney = answers.text('^.*([Ff]unds|[Mm]oney|средств|денег).*$', 'Insufficient funds');
const poor = { ...answers.declinedCard, actionCodeDescription: ofMoney, displayErrorMessage: ofMoney };

/** The status in each state, and the additions of each answer. */
const rows: Readonly<Record<Situation, Row>> = {
  registered: { answer: registeredOrder, outcome: undefined },
  paid: { answer: { ...state(2, 'DEPOSITED', 0, charged(amount)), ...answers.deposited }, outcome: 'paid' },
  held: { answer: { ...state(1, 'APPROVED', 0, { approvedAmount: amount }), ...answers.approved }, outcome: 'held' },
  tried: { answer: { ...state(0, 'CREATED', declinedWith), ...poor }, outcome: undefined },
  declined: { answer: { ...state(6, 'DECLINED', declinedWith), ...poor }, outcome: 'declined' },
  atIssuer: { answer: { ...state(5, 'CREATED', -100), ...answers.triedCard }, outcome: undefined },
  expired: { answer: state(6, 'DECLINED', answers.expiredCode), outcome: 'declined' },
  verified: { answer: { ...state(3, 'REVERSED', 0, { amount: 0 }), ...answers.reversed }, outcome: 'reversed' },
  capturedInPart: { answer: { ...state(2, 'DEPOSITED', 0, charged(part)), ...answers.deposited }, outcome: 'paid' },
  inSteps: {
    answer: { ...state(8, 'MULTIPLE_INTERMEDIATE_DEPOSITED', 0, charged(part)), ...answers.deposited },
    outcome: 'held',
  },
  capturedInSteps: {
    answer: { ...state(2, 'DEPOSITED', 0, charged(amount)), ...answers.deposited },
    outcome: 'paid',
  },
  reversed: {
    answer: { ...state(3, 'REVERSED', 0, { approvedAmount: amount }), ...answers.reversed },
    outcome: 'reversed',
  },
  reversedInPart: {
    answer: { ...state(1, 'APPROVED', 0, { approvedAmount: rest }), ...answers.reversed },
    outcome: 'held',
  },
  closed: { answer: state(6, 'DECLINED', 4005), outcome: 'declined' },
  refundedInPart: { answer: refunded(amount, [part], { externalRefundId }), outcome: 'refunded' },
  refunded: { answer: refunded(amount, [part, rest], { externalRefundId }), outcome: 'refunded' },
  refundedOnce: { answer: refunded(amount, [rest], { externalRefundId }), outcome: 'refunded' },
  partRefunded: { answer: refunded(amount, [part], { captured: part }), outcome: 'refunded' },
};

for (const [situation, { answer, outcome }] of Object.entries(rows)) {
  const [words, given] = situations[situation as Situation];
  test(`the status of ${words}`, async (t) => {
    const agreement: Agreement = { given: [given], shopAsks: `for the status of ${words}`, path, form: byId, answer };
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

const item = {
  positionId: '1',
  name: 'Кофе',
  quantity: { value: 2, measure: 'шт' },
  itemPrice: amount / 2,
  itemAmount: amount,
  itemCode: 'K-1',
};

/** What else a status holds. The keys continue "for the status of ...". */
const further: Readonly<Record<string, { readonly given: Given; readonly answer: object }>> = {
  'a paid order whose card was stored': {
    given: ['a paid order whose card was stored exists', { amount, clientId: 'aida' }],
    answer: { ...rows.paid.answer, bindingInfo },
  },
  'an order paid with a stored card': {
    given: ['an order paid with a stored card exists', { amount, clientId: 'aida' }],
    answer: {
      ...rows.paid.answer,
      ...paidByVisa('CARD_BINDING'),
      orderDescription: '',
      merchantOrderParams: [],
      paymentWay: 'CARD_BINDING',
      bindingInfo,
    },
  },
  'an order of a customer whose card is not stored': {
    given: ['a registered order exists', { amount, clientId: 'aida' }],
    answer: { ...registeredOrder, bindingInfo: { clientId: 'aida' } },
  },
  'an order with added parameters': {
    given: ['an order with added parameters exists', { amount }],
    answer: {
      ...registeredOrder,
      merchantOrderParams: [
        { name: 'cart', value: 'C-77' },
        { name: 'courier', value: 'K-5' },
      ],
    },
  },
  'an order with a cart and data about the payer': {
    given: [
      'a registered order exists',
      { amount, email: 'aida@example.kz', phone: '77010000000', orderBundle: { cartItems: { items: [item] } } },
    ],
    answer: {
      ...registeredOrder,
      payerData: { email: 'aida@example.kz', phone: '77010000000' },
      orderBundle: { cartItems: { items: [item] } },
    },
  },
  'an order whose shorter time was over': {
    given: ['an order expired after a minute exists', { amount }],
    answer: rows.expired.answer,
  },
};

for (const [words, { given, answer }] of Object.entries(further)) {
  test(`the status of ${words}`, async (t) => {
    const agreement: Agreement = { given: [given], shopAsks: `for the status of ${words}`, path, form: byId, answer };
    const status = await agree(agreement, (client) => client.getOrderStatus({ orderId }));

    t.is(status.errorCode, '0');
  });
}

test('the status by a number is that of the own order, also if another merchant has this number', async (t) => {
  const agreement: Agreement = {
    given: [['two merchants have an order under the same number', { amount }]],
    shopAsks: 'for the status of an order by its number, which another merchant has too',
    path,
    form: { orderNumber: fromState('orderNumber', orderNumber) },
    answer: { ...registeredOrder, orderDescription: '', merchantOrderParams: [] },
  };
  const status = await agree(agreement, (client) => client.getOrderStatus({ orderNumber }));

  t.is(status.amount, amount);
});

test('the status of an order of another merchant is refused', async (t) => {
  const agreement: Agreement = {
    given: [['two merchants have an order under the same number', { amount }]],
    shopAsks: 'for the status of an order of another merchant, refused with the text 5',
    path,
    form: { orderId: fromState('neighboursOrderId', orderId) },
    answer: answers.refused('5', 'Access denied'),
  };

  t.is(
    await refusalCode(
      t,
      agree(agreement, (client) => client.getOrderStatus({ orderId })),
    ),
    '5',
  );
});

agreeOnRefusals({
  'for the status': { path, form: (id) => ({ orderId: id }), refuses: inText(), empty: noOrder },
});
