import { breaksSince, type Json } from './break.ts';
import { deposit, operations, rawRefunds, refund, reverse, status } from './calls.ts';
import { at, each, inMajorUnits, put, toNumber, toText, when, without } from './edit.ts';
import { confirmAnyway, rewriteJson } from './parts.ts';

const info = (name: string) => `paymentAmountInfo.${name}`;
const isConfirmed = (body: Json) => String(body.errorCode) === '0';
const deposited = info('depositedAmount');

/** What is wrong with sums in a status. */
const sums = breaksSince('0.1.0', {
  'mo-01': {
    calls: status,
    does: 'has no refunds in the status of a refunded order',
    harm: 'The shop cannot tell which of its refunds were carried out.',
    answer: without('refunds'),
  },
  'mo-02': {
    calls: status,
    does: 'gives the amounts of refunds as text',
    harm: 'A shop that adds up refunds joins digits, and its totals are wrong.',
    answer: at('refunds.*.amount', toText),
  },
  'mo-03': {
    calls: status,
    does: 'gives the dates of refunds in milliseconds',
    harm: 'A shop that reads the date of a refund as text stops with an error.',
    answer: at('refunds.*.date', (date) => Date.parse(`${date}Z`)),
  },
  'mo-04': {
    calls: status,
    does: 'counts as captured what was refunded',
    harm: 'The shop believes that it still has money that it gave back.',
    answer: at(deposited, (amount, owner) => amount + owner.refundedAmount),
  },
  'mo-05': {
    calls: status,
    does: 'lowers the amount of an order that is captured in part',
    harm: 'A shop that compares the amount with the price refuses the payment.',
    answer: when(
      (body) => body.orderStatus === 2,
      put('amount', (_: Json, body: Json) => body.paymentAmountInfo.depositedAmount),
    ),
  },
  'mo-06': {
    calls: status,
    does: 'lists a refund twice that was asked for twice',
    harm: 'The shop believes that it gave back twice as much as it did.',
    answer: when(
      ({ refunds: [first] = [], amount }) => first && first.amount * 2 <= amount,
      (body) => {
        const [{ amount }] = body.refunds;
        body.refunds.push(body.refunds[0]);
        body.paymentAmountInfo.depositedAmount -= amount;
        body.paymentAmountInfo.refundedAmount += amount;
      },
    ),
  },
  'mo-07': {
    calls: status,
    does: 'leaves the sums of a payment out',
    harm: 'A shop that captures in parts cannot tell how much is left.',
    answer: without('paymentAmountInfo'),
  },
  'mo-08': {
    calls: status,
    does: 'gives the captured sum in tenge, not in tiyn',
    harm: 'The shop finds a hundredth of the price, and takes the payment for incomplete.',
    answer: at(deposited, inMajorUnits),
  },
  'mo-09': {
    calls: status,
    does: 'gives the whole price as captured, whatever was captured',
    harm: 'The shop sends all goods for the money of a part.',
    answer: at(deposited, (amount, owner) => (amount > 0 ? owner.approvedAmount : amount)),
  },
  'mo-10': {
    calls: status,
    does: 'says that held money is captured',
    harm: 'The shop sends the goods and never captures the money.',
    answer: when(
      (body) => body.orderStatus === 1,
      put(deposited, (_: Json, owner: Json) => owner.approvedAmount),
    ),
  },
  'mo-11': {
    calls: status,
    does: 'gives 0 as refunded',
    harm: 'The shop gives the same money back again.',
    answer: at(info('refundedAmount'), () => 0),
  },
  'mo-12': {
    calls: status,
    does: 'gives half of a refund',
    harm: 'The customer is told of a smaller sum than was given back.',
    answer: at([info('refundedAmount'), 'refunds.*.amount'], (amount) => amount / 2),
  },
  'mo-13': {
    calls: status,
    does: 'gives 0 as held',
    harm: 'The shop believes that there is nothing to capture, and sends goods for nothing or not at all.',
    answer: at(info('approvedAmount'), () => 0),
  },
  'mo-14': {
    calls: status,
    does: 'takes a fee from the customer that the shop did not ask for',
    harm: 'The shop prints a fee on the receipt that nobody has paid.',
    answer: at(info('feeAmount'), () => 1500),
  },
  'mo-15': {
    calls: status,
    does: 'gives a total that differs from the price',
    harm: 'The shop shows the customer a wrong total.',
    answer: at(info('totalAmount'), (amount) => amount + 1500),
  },
  'mo-16': {
    calls: status,
    does: 'leaves the total out',
    harm: 'A shop with a fee for the customer cannot show what was charged.',
    answer: without(info('totalAmount')),
  },
  'mo-17': {
    calls: status,
    does: "leaves the shop's own id of a refund out",
    harm: 'The shop cannot tell whether the refund it asked for was carried out, and asks again.',
    answer: without('refunds.*.externalRefundId'),
  },
  'mo-18': {
    calls: status,
    does: 'leaves the reference numbers of refunds out',
    harm: "The shop cannot match its refunds with the bank's statement.",
    answer: without('refunds.*.referenceNumber'),
  },
  'mo-19': {
    calls: status,
    does: 'lists the refunds in the opposite order',
    harm: 'The shop takes an older refund for the newest one.',
    answer: when(
      ({ refunds = [] }) => refunds.length > 1,
      (body) => void body.refunds.reverse(),
    ),
  },
  'mo-20': {
    calls: status,
    does: 'lists only the newest refund',
    harm: 'The shop gives back again what it gave back before.',
    answer: at('refunds', (list) => list.slice(-1)),
  },
  'mo-21': {
    calls: status,
    does: 'gives the refunds as an object with numbers for names',
    harm: 'A shop that adds up the refunds in a loop finds none.',
    answer: at('refunds', (list) => ({ ...list })),
  },
  'mo-22': {
    calls: status,
    does: 'says that a refund was declined',
    harm: 'The shop asks for a refund again that was carried out.',
    answer: at('refunds.*.actionCode', () => '116'),
  },
});

/** What is wrong with the answer to a call that moves money. */
const answers = breaksSince('0.1.0', {
  'op-01': {
    calls: operations,
    does: 'confirms with a numeric errorCode',
    harm: 'A shop that waits for the text "0" takes a refund for failed, and asks for it again.',
    answer: when(isConfirmed, at('errorCode', toNumber)),
  },
  'op-02': {
    calls: operations,
    does: 'confirms without an errorCode',
    harm: 'A shop that waits for errorCode "0" takes a refund for failed, and asks for it again.',
    answer: when(isConfirmed, without('errorCode')),
  },
  'op-03': {
    calls: deposit,
    does: 'captures more than is held',
    harm: 'The customer is charged more than was agreed to.',
    answer: confirmAnyway(['5']),
  },
  'op-04': {
    calls: deposit,
    does: 'captures an order in any state',
    harm: 'The shop sends goods for money that was never captured.',
    answer: confirmAnyway(['7']),
  },
  'op-05': {
    calls: reverse,
    does: 'gives an order free in any state',
    harm: 'The shop tells the customer that the money is free, and it is not.',
    answer: confirmAnyway(['7']),
  },
  'op-06': {
    calls: refund,
    does: 'refunds an order in any state',
    harm: 'The shop tells the customer of a refund that will never arrive.',
    answer: confirmAnyway(['7']),
  },
  'op-07': {
    calls: ['rest/decline.do'],
    does: 'closes an order in any state',
    harm: 'The shop believes that an order is closed that the customer has paid.',
    answer: confirmAnyway(['7']),
  },
  'op-08': {
    calls: operations,
    does: 'confirms with the word "OK"',
    harm: 'A shop that compares the message takes every operation for failed.',
    answer: when(isConfirmed, put('errorMessage', 'OK')),
  },
  'op-09': {
    calls: operations,
    does: 'confirms without a message',
    harm: 'A shop that writes the message into its log writes "undefined".',
    answer: when(isConfirmed, without('errorMessage')),
  },
  'op-10': {
    calls: operations,
    does: 'confirms by `success: true` instead of errorCode',
    harm: 'A shop that waits for errorCode "0" takes a refund for failed, and asks for it again.',
    answer: when(isConfirmed, each(without('errorCode', 'errorMessage'), put('success', true))),
  },
  'op-11': {
    calls: operations,
    does: 'refuses an operation that was carried out (errorCode 7)',
    harm: 'The shop takes a refund for failed, and pays the customer by another way, too.',
    answer: when(isConfirmed, put('errorCode', '7'), put('errorMessage', 'System error')),
  },
  'op-12': {
    calls: operations,
    does: 'calls a wrong state a wrong value (errorCode 5 instead of 7)',
    harm: 'The shop searches for a mistake in its call, although the order is only in another state.',
    answer: when((body) => body.errorCode === '7', put('errorCode', '5')),
  },
  'op-13': {
    calls: operations,
    does: 'says of an unknown order that it is in a wrong state (errorCode 7 instead of 6)',
    harm: 'The shop waits for a change of an order that does not exist.',
    answer: when((body) => body.errorCode === '6', put('errorCode', '7')),
  },
  'op-14': {
    calls: operations,
    does: 'answers in a list',
    harm: 'A shop that reads errorCode finds none, and takes a refund for failed.',
    reply: rewriteJson((body) => [body]),
  },
  'op-15': {
    calls: operations,
    does: 'answers with the word true',
    harm: 'A shop that reads errorCode finds none, and takes a refund for failed.',
    reply: rewriteJson(() => true),
  },
  'op-16': {
    calls: operations,
    does: 'answers with null',
    harm: 'A shop that reads errorCode of the answer stops with an error after the money has moved.',
    reply: rewriteJson(() => null),
  },
  'op-17': {
    calls: rawRefunds,
    does: 'refunds a sum or a position with errorCode as text',
    harm: 'A shop with a strict number for errorCode takes the refund for failed, and asks for it again.',
    answer: at('errorCode', toText),
  },
  'op-18': {
    calls: rawRefunds,
    does: 'confirms a refund of what was never paid',
    harm: 'The shop tells the customer of a refund that will never arrive.',
    answer: confirmAnyway(['7']),
  },
  'op-19': {
    calls: rawRefunds,
    does: 'confirms a refund for an order that does not exist',
    harm: 'The shop tells the customer of a refund that will never arrive.',
    answer: confirmAnyway(['6']),
  },
  'op-20': {
    calls: rawRefunds,
    does: 'takes a refund without an amount',
    harm: 'The shop gives back a sum that it did not name.',
    answer: confirmAnyway(['12']),
  },
});

export const moneyBreaks = [...sums, ...answers];
