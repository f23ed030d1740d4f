import { breaksSince, type Json } from './break.ts';
import { status } from './calls.ts';
import { put, when } from './edit.ts';

const calls = status;

type Order = (body: Json) => unknown;

const paid: Order = ({ orderStatus }) => orderStatus === 2;
const held: Order = ({ orderStatus }) => orderStatus === 1;
const tried: Order = ({ orderStatus, actionCode }) => orderStatus === 0 && actionCode > 0;
const unpaid: Order = ({ orderStatus, actionCode }) => orderStatus === 0 && actionCode === -100;
const expired: Order = ({ actionCode }) => actionCode === -2014;
const closed: Order = ({ actionCode }) => actionCode === 4005;
const declined: Order = ({ orderStatus, actionCode }) => orderStatus === 6 && actionCode === 116;
const reversed: Order = ({ orderStatus }) => orderStatus === 3;
const atIssuer: Order = ({ orderStatus }) => orderStatus === 5;
const inSteps: Order = ({ orderStatus }) => orderStatus === 8;
const refundedInPart: Order = ({ orderStatus, paymentAmountInfo }) =>
  orderStatus === 4 && paymentAmountInfo.depositedAmount > 0;
const refunded: Order = ({ orderStatus }) => orderStatus === 4;

const becomes = (order: Order, orderStatus: number) => when(order, put('orderStatus', orderStatus));

/** Which status stands for which situation. */
export const situationBreaks = breaksSince('0.1.0', {
  'si-01': {
    calls,
    does: 'says of a declined card that the order is over',
    harm: 'The shop cancels an order that the customer is about to pay with another card.',
    answer: becomes(tried, 6),
  },
  'si-02': {
    calls,
    does: 'calls an order paid that was refunded in part',
    harm: 'The shop never learns of the refund, and gives the money back twice.',
    answer: becomes(refundedInPart, 2),
  },
  'si-03': {
    calls,
    does: 'calls an order paid that is being captured in steps',
    harm: 'The shop takes the first part for the whole, and does not capture the rest.',
    answer: becomes(inSteps, 2),
  },
  'si-04': {
    calls,
    does: 'calls held money paid',
    harm: 'The shop sends the goods and never captures the money.',
    answer: becomes(held, 2),
  },
  'si-05': {
    calls,
    does: 'calls a paid order held',
    harm: 'The shop captures money that it has already, and shows an error to its staff.',
    answer: becomes(paid, 1),
  },
  'si-06': {
    calls,
    does: 'calls a declined order paid',
    harm: 'The shop sends goods that nobody has paid for.',
    answer: becomes(declined, 2),
  },
  'si-07': {
    calls,
    does: 'calls an expired order unpaid for ever',
    harm: 'The shop keeps the goods back for an order that can no longer be paid.',
    answer: becomes(expired, 0),
  },
  'si-08': {
    calls,
    does: 'calls an unpaid order declined',
    harm: 'The shop cancels an order while the customer is typing in the card.',
    answer: becomes(unpaid, 6),
  },
  'si-09': {
    calls,
    does: 'says of an expired order that it was approved (actionCode 0)',
    harm: 'A shop that reads actionCode alone sends goods that nobody has paid for.',
    answer: when(expired, put('actionCode', 0)),
  },
  'si-10': {
    calls,
    does: 'says of an expired order that money was missing (actionCode 116)',
    harm: 'The customer is told of a lack of money, although no card was tried.',
    answer: when(expired, put('actionCode', 116)),
  },
  'si-11': {
    calls,
    does: 'calls an order declined whose hold was given free',
    harm: 'The books of the shop have a decline in place of a payment that it gave back.',
    answer: becomes(reversed, 6),
  },
  'si-12': {
    calls,
    does: 'calls a refunded order reversed',
    harm: "The books of the shop differ from the bank's, which charges a refund otherwise.",
    answer: becomes(refunded, 3),
  },
  'si-13': {
    calls,
    does: "calls an order unpaid whose customer is at the issuer's page",
    harm: 'The shop offers to pay again while a payment is under way, and the customer pays twice.',
    answer: becomes(atIssuer, 0),
  },
  'si-14': {
    calls,
    does: "calls an order declined whose customer is at the issuer's page",
    harm: 'The shop cancels an order that is paid a moment later.',
    answer: becomes(atIssuer, 6),
  },
  'si-15': {
    calls,
    does: 'says of a declined card that it was approved (actionCode 0)',
    harm: 'A shop that reads actionCode alone sends goods that nobody has paid for.',
    answer: when((body) => tried(body) || declined(body), put('actionCode', 0)),
  },
  'si-16': {
    calls,
    does: 'says of a paid order that the card was declined (actionCode 116)',
    harm: 'The shop shows an error to a customer who has paid.',
    answer: when(paid, put('actionCode', 116)),
  },
  'si-17': {
    calls,
    does: 'says of an untouched order that it was approved (actionCode 0)',
    harm: 'A shop that reads actionCode alone sends goods that nobody has paid for.',
    answer: when(unpaid, put('actionCode', 0)),
  },
  'si-18': {
    calls,
    does: 'calls an order unpaid that the shop has closed',
    harm: 'The shop believes that the customer may still pay an order that it has given up.',
    answer: becomes(closed, 0),
  },
  'si-19': {
    calls,
    does: 'says of an order that the shop has closed that its time was over',
    harm: 'The shop writes to a customer about a delay that there was not.',
    answer: when(closed, put('actionCode', -2014)),
  },
  'si-20': {
    calls,
    does: 'says that a paid order is only held (paymentState APPROVED)',
    harm: 'A shop that reads paymentState captures money that it has already.',
    answer: when(paid, put('paymentAmountInfo.paymentState', 'APPROVED')),
  },
  'si-21': {
    calls,
    does: 'says that a declined order is new (paymentState CREATED)',
    harm: 'A shop that reads paymentState waits for a payment that will not come.',
    answer: when(declined, put('paymentAmountInfo.paymentState', 'CREATED')),
  },
  'si-22': {
    calls,
    does: 'says that a refunded order is paid (paymentState DEPOSITED)',
    harm: 'A shop that reads paymentState never learns of the refund.',
    answer: when(refunded, put('paymentAmountInfo.paymentState', 'DEPOSITED')),
  },
  'si-23': {
    calls,
    does: 'calls a declined order unpaid',
    harm: 'The shop waits for a payment that will not come.',
    answer: becomes(declined, 0),
  },
  'si-24': {
    calls,
    does: 'calls a refunded order declined',
    harm: 'The shop books a decline for money that came and went, and its totals are wrong.',
    answer: becomes(refunded, 6),
  },
});
