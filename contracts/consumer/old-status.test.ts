import test from 'ava';
import { agree, fromState, refusalCode } from './agree.ts';
import { agreeOnRefusals } from './agree-on-refusals.ts';
import { approved, card, example, number, success, text, triedCard } from './answers.ts';
import { inLegacySpelling } from './refusals.ts';
import { part, type Situation, situations } from './situations.ts';

const { orderId, orderNumber, amount } = example;
const path = 'getOrderStatus.do';
const byId = { orderId: fromState('orderId', orderId) };
const ask = 'the old way for the status of';

interface Row {
  readonly orderStatus: number;
  /** 2: the payment was declined. */
  readonly errorCode?: '2';
  readonly amount?: number;
  readonly depositAmount?: number;
  /** The attempt with a card. */
  readonly card?: 'tried' | 'declined' | 'approved';
}

/** The answer in each state, in the spelling of the old call. Unlike the new one, it takes a declined payment for an error. */
const rows: Readonly<Record<Situation, Row>> = {
  registered: { orderStatus: 0 },
  paid: { orderStatus: 2, depositAmount: amount, card: 'approved' },
  held: { orderStatus: 1, card: 'approved' },
  tried: { orderStatus: 0, card: 'declined' },
  declined: { orderStatus: 6, errorCode: '2', card: 'declined' },
  atIssuer: { orderStatus: 5, card: 'tried' },
  expired: { orderStatus: 6, errorCode: '2' },
  verified: { orderStatus: 3, amount: 0, card: 'approved' },
  capturedInPart: { orderStatus: 2, depositAmount: part, card: 'approved' },
  inSteps: { orderStatus: 8, depositAmount: part, card: 'approved' },
  capturedInSteps: { orderStatus: 2, depositAmount: amount, card: 'approved' },
  reversed: { orderStatus: 3, card: 'approved' },
  reversedInPart: { orderStatus: 1, card: 'approved' },
  closed: { orderStatus: 6, errorCode: '2' },
  refundedInPart: { orderStatus: 4, depositAmount: amount - part, card: 'approved' },
  refunded: { orderStatus: 4, card: 'approved' },
  refundedOnce: { orderStatus: 4, depositAmount: part, card: 'approved' },
  partRefunded: { orderStatus: 4, card: 'approved' },
};

const tried = {
  Pan: card.maskedPan,
  expiration: card.expiration,
  cardholderName: card.cardholderName,
  Ip: triedCard.ip,
};
const rrn = approved.authRefNum;
const declined = { ...tried, rrn };
const cards = { tried, declined, approved: { ...declined, approvalCode: approved.cardAuthInfo.approvalCode } };

const answerOf = ({ orderStatus, errorCode, amount: Amount = amount, depositAmount = 0, card }: Row) => ({
  ErrorCode: errorCode ?? '0',
  ErrorMessage: errorCode ? text('^.+$', 'Payment is declined') : success,
  OrderStatus: orderStatus,
  OrderNumber: text('^\\S{1,36}$', orderNumber),
  Amount,
  depositAmount,
  currency: '398',
  authCode: number('^\\d+$', 2),
  ...(card && cards[card]),
});

for (const [situation, row] of Object.entries(rows)) {
  const [words, given] = situations[situation as Situation];
  test(`the old status of ${words}`, async (t) => {
    const agreement = { given: [given], shopAsks: `${ask} ${words}`, path, form: byId, answer: answerOf(row) };
    const call = agree(agreement, (client) => client.getOrderStatusLegacy({ orderId }));

    t.like(await call, { OrderStatus: row.orderStatus, depositAmount: row.depositAmount ?? 0 });
  });
}

test('the old status call refuses an order that does not exist', async (t) => {
  const agreement = {
    given: [['no order has this id']] as const,
    shopAsks: `${ask} an order that does not exist`,
    path,
    form: byId,
    answer: { ErrorCode: '6', ErrorMessage: text('^.+$', 'Unknown order id') },
  };
  const call = agree(agreement, (client) => client.getOrderStatusLegacy({ orderId }));

  t.is(await refusalCode(t, call), '6');
});

agreeOnRefusals({
  'the old way for the status': { path, form: (id) => ({ orderId: id }), refuses: inLegacySpelling, empty: '5' },
});
