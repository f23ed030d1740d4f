import { breaksSince, type Json } from './break.ts';
import { lastOrders, oldStatus, status } from './calls.ts';
import { at, inMajorUnits, put, rename, replace, toNumber, toText, when, without } from './edit.ts';
import { rewriteJson } from './parts.ts';

const calls = oldStatus;

/** What is wrong with the answer of the old status call. */
const old = breaksSince('0.1.0', {
  'ol-01': {
    calls,
    does: 'writes the old status call like the new one',
    harm: 'An old module finds no ErrorCode in the answer, and never learns that an order was paid.',
    answer: replace((body) =>
      Object.fromEntries(
        Object.entries(body).map(([name, value]) => [name.charAt(0).toLowerCase() + name.slice(1), value]),
      ),
    ),
  },
  'ol-02': {
    calls,
    does: 'says the old way of a declined order that all is well',
    harm: 'An old module that reads ErrorCode alone sends goods that nobody has paid for.',
    answer: when((body) => body.ErrorCode === '2', put('ErrorCode', '0')),
  },
  'ol-03': {
    calls,
    does: 'counts the old way what was refunded as captured',
    harm: 'An old module believes that it still has money that it gave back.',
    answer: when(
      (body) => body.OrderStatus === 4,
      put('depositAmount', (_: Json, body: Json) => body.Amount),
    ),
  },
  'ol-04': {
    calls,
    does: 'gives OrderStatus as text the old way',
    harm: 'An old module that compares OrderStatus with 2 strictly takes no order for paid.',
    answer: at('OrderStatus', toText),
  },
  'ol-05': {
    calls,
    does: 'gives a numeric ErrorCode the old way',
    harm: 'An old module that compares ErrorCode with the text "0" takes every status for an error.',
    answer: at('ErrorCode', toNumber),
  },
  'ol-06': {
    calls,
    does: 'gives no authCode the old way',
    harm: 'An old module that stores authCode stops with an error after each payment.',
    answer: without('authCode'),
  },
  'ol-07': {
    calls,
    does: 'calls held money paid the old way',
    harm: 'An old module sends the goods and never captures the money.',
    answer: when((body) => body.OrderStatus === 1, put('OrderStatus', 2)),
  },
  'ol-08': {
    calls,
    does: 'gives the captured sum in tenge the old way',
    harm: 'An old module finds a hundredth of the price, and takes the payment for incomplete.',
    answer: at('depositAmount', inMajorUnits),
  },
  'ol-09': {
    calls,
    does: 'leaves the amount out the old way',
    harm: 'An old module that compares the amount with the price refuses every payment.',
    answer: without('Amount'),
  },
  'ol-10': {
    calls,
    does: 'leaves the masked number out the old way',
    harm: 'An old module prints a receipt without a card number.',
    answer: without('Pan'),
  },
  'ol-11': {
    calls,
    does: 'leaves OrderNumber out the old way',
    harm: 'An old module that finds its orders by their number finds none.',
    answer: without('OrderNumber'),
  },
  'ol-12': {
    calls,
    does: 'gives the currency as a number the old way',
    harm: 'An old module that compares the currency with the text "398" refuses every payment.',
    answer: at('currency', toNumber),
  },
  'ol-13': {
    calls,
    does: 'leaves the reference number of the payment out the old way (rrn)',
    harm: "An old module cannot match its payments with the bank's statement.",
    answer: without('rrn'),
  },
  'ol-14': {
    calls,
    does: 'calls a refunded order paid the old way',
    harm: 'An old module never learns of a refund.',
    answer: when((body) => body.OrderStatus === 4, put('OrderStatus', 2)),
  },
  'ol-15': {
    calls,
    does: 'calls a declined order unpaid the old way',
    harm: 'An old module waits for a payment that will not come.',
    answer: when((body) => body.OrderStatus === 6, put('OrderStatus', 0)),
  },
  'ol-16': {
    calls,
    does: 'finds an order the old way that does not exist',
    harm: 'An old module takes a mistyped id for an order that was not paid yet.',
    answer: when((body) => body.ErrorCode === '6', put('ErrorCode', '0'), put('OrderStatus', 0)),
  },
  'ol-17': {
    calls,
    does: 'leaves the approval code out the old way',
    harm: "The bank's support cannot find the payment that the shop asks about.",
    answer: without('approvalCode'),
  },
  'ol-18': {
    calls,
    does: 'leaves the address of the payer out the old way',
    harm: 'An old module that looks for fraud by the address of the payer sees none.',
    answer: without('Ip'),
  },
  'ol-19': {
    calls,
    does: 'writes depositamount instead of depositAmount',
    harm: 'An old module takes the captured sum for nothing.',
    answer: rename('depositAmount', 'depositamount'),
  },
  'ol-20': {
    calls,
    does: 'shows a status the old way for a wrong password',
    harm: 'An old module shows the state of an order to somebody who has no right to see it.',
    answer: when((body) => body.ErrorCode === '5', put('ErrorCode', '0'), put('OrderStatus', 2)),
  },
});

/** What is wrong with the answer about an order that does not exist. */
const unknown = breaksSince('0.1.0', {
  'un-01': {
    calls: status,
    does: 'gives a status to an order that does not exist',
    harm: 'A mistyped id looks like an order that was not paid yet, and the shop waits for ever.',
    answer: when((body) => body.errorCode === '6', put('orderStatus', 0)),
  },
  'un-02': {
    calls: status,
    does: 'says that an order that does not exist is fine (errorCode 0)',
    harm: 'A mistyped id looks like an order without a status, and the shop stops with an error.',
    answer: when((body) => body.errorCode === '6', put('errorCode', '0')),
  },
  'un-03': {
    calls: status,
    does: 'calls an order that does not exist a wrong value (errorCode 5 instead of 6)',
    harm: 'The shop searches for a mistake in its call, although only the id is unknown.',
    answer: when((body) => body.errorCode === '6', put('errorCode', '5')),
  },
  'un-04': {
    calls: status,
    does: 'answers HTTP 404 for an order that does not exist',
    harm: 'The shop takes the gateway for gone, and does not read why.',
    reply: (reply) => (/"errorCode":"6"/.test(reply.body.toString()) ? { ...reply, status: 404 } : reply),
  },
  'un-05': {
    calls: status,
    does: 'has no empty lists for an order that does not exist',
    harm: 'A shop that walks the lists without a check stops with an error.',
    answer: when((body) => body.errorCode === '6', without('merchantOrderParams', 'attributes')),
  },
  'un-06': {
    calls: status,
    does: 'shows orders of another merchant',
    harm: 'A shop reads names, cards and sums of the customers of another shop.',
    answer: when(
      (body) => body.errorCode === '5' && body.errorMessage === 'Access denied',
      put('errorCode', '0'),
      put('errorMessage', 'Success'),
    ),
  },
});

/** What is wrong with a list of orders. */
const lists = breaksSince('0.1.0', {
  'lo-01': {
    calls: lastOrders,
    does: 'lists orders with an errorCode as text',
    harm: 'A shop with a strict number for errorCode takes the list for an error.',
    answer: at('errorCode', toText),
  },
  'lo-02': {
    calls: lastOrders,
    does: 'gives listed orders a numeric errorCode',
    harm: 'A shop that reads listed orders like a status takes each of them for an error.',
    answer: at('orderStatuses.*.errorCode', toNumber),
  },
  'lo-03': {
    calls: lastOrders,
    does: 'leaves the number of orders out',
    harm: 'A shop that turns pages until all orders are read never stops, or stops after the first page.',
    answer: without('totalCount'),
  },
  'lo-04': {
    calls: lastOrders,
    does: 'leaves the list out if there are no orders',
    harm: 'A shop that walks the list stops with an error on a day without orders.',
    answer: when((body) => body.orderStatuses?.length === 0, without('orderStatuses')),
  },
  'lo-05': {
    calls: lastOrders,
    does: 'counts pages from one',
    harm: 'A shop that asks for the next page leaves one out.',
    answer: at('page', (page) => page + 1),
  },
  'lo-06': {
    calls: lastOrders,
    does: 'gives null for an empty list of orders',
    harm: 'A shop that walks the list stops with an error on a day without orders.',
    answer: at('orderStatuses', (list) => (list.length === 0 ? null : list)),
  },
  'lo-07': {
    calls: lastOrders,
    does: 'lists orders without their sums',
    harm: 'A shop that compares its books with the list finds no money.',
    answer: without('orderStatuses.*.paymentAmountInfo'),
  },
  'lo-08': {
    calls: lastOrders,
    does: 'lists each order twice',
    harm: 'A shop that compares its books with the list finds twice the money.',
    answer: at('orderStatuses', (list) => [...list, ...list]),
  },
  'lo-09': {
    calls: lastOrders,
    does: 'answers with the bare list of orders',
    harm: 'A shop that reads orderStatuses finds no orders.',
    reply: rewriteJson((body) => body.orderStatuses ?? body),
  },
});

export const oldStatusBreaks = [...old, ...unknown, ...lists];
