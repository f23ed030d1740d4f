import { breaksSince, type Json } from './break.ts';
import { status } from './calls.ts';
import { at, inMajorUnits, put, toIso, toNumber, toSeconds, toText, when, without } from './edit.ts';

const calls = status;
const dates = ['depositedDate', 'refundedDate', 'reversedDate', 'authDateTime'];
const hasStatus = (body: Json) => 'orderStatus' in body;
const otherId = '019b6f10-3c2a-7c41-9f6e-5a1200b4e009';

/** What is wrong with types and fields of a status. */
export const statusFieldBreaks = breaksSince('0.1.0', {
  'st-01': {
    calls,
    does: 'answers a status with a numeric errorCode',
    harm: 'A shop that compares errorCode with the text "0" takes every status for an error.',
    answer: when(hasStatus, at('errorCode', toNumber)),
  },
  'st-02': {
    calls,
    does: 'gives the amount of a status as text',
    harm: 'A shop that adds up amounts joins digits, and its totals are wrong.',
    answer: at('amount', toText),
  },
  'st-03': {
    calls,
    does: 'gives the amount in tenge, not in tiyn',
    harm: 'The shop finds a hundredth of the price, and takes the payment for incomplete.',
    answer: at('amount', inMajorUnits),
  },
  'st-04': {
    calls,
    does: 'gives the date of an order as ISO text',
    harm: 'A shop that calculates with milliseconds shows "NaN" or no date.',
    answer: at('date', toIso),
  },
  'st-05': {
    calls,
    does: 'gives orderStatus as text',
    harm: 'A shop that compares orderStatus with the number 2 takes no order for paid.',
    answer: at('orderStatus', toText),
  },
  'st-06': {
    calls,
    does: 'gives the date of an order in seconds',
    harm: 'The shop shows every order as made in January 1970.',
    answer: at('date', toSeconds),
  },
  'st-07': {
    calls,
    does: 'gives the dates of payment, refund and reversal in seconds',
    harm: 'The shop shows every payment as made in January 1970.',
    answer: at(dates, toSeconds),
  },
  'st-08': {
    calls,
    does: 'gives actionCode as text',
    harm: 'A shop that compares actionCode with the number 0 takes no payment for approved.',
    answer: at('actionCode', toText),
  },
  'st-09': {
    calls,
    does: 'gives the currency as a number',
    harm: 'A shop that compares the currency with the text "398" refuses every payment.',
    answer: at('currency', toNumber),
  },
  'st-10': {
    calls,
    does: 'gives the amounts of a payment as texts',
    harm: 'A shop that adds up captured sums joins digits, and its totals are wrong.',
    answer: at(
      ['approvedAmount', 'depositedAmount', 'refundedAmount'].map((name) => `paymentAmountInfo.${name}`),
      toText,
    ),
  },
  'st-11': {
    calls,
    does: 'gives the number of the terminal as a number',
    harm: 'A shop with a strict type for terminalId cannot read the status.',
    answer: at('terminalId', toNumber),
  },
  'st-12': {
    calls,
    does: 'gives the reference number as a number',
    harm: 'A shop with a strict type for authRefNum cannot read the status.',
    answer: at('authRefNum', toNumber),
  },
  'st-13': {
    calls,
    does: 'has no mdOrder among the attributes',
    harm: 'A shop that asked by its own number does not learn the id of the order.',
    answer: when(hasStatus, put('attributes', [])),
  },
  'st-14': {
    calls,
    does: 'answers with the id of another order',
    harm: 'The shop refunds and captures an order that it did not ask for.',
    answer: when(hasStatus, put('attributes', [{ name: 'mdOrder', value: otherId }])),
  },
  'st-15': {
    calls,
    does: 'leaves orderNumber out of a status',
    harm: 'A shop that finds its orders by their number finds none.',
    answer: without('orderNumber'),
  },
  'st-16': {
    calls,
    does: 'gives null for orderNumber',
    harm: 'A shop that finds its orders by their number finds none.',
    answer: at('orderNumber', () => null),
  },
  'st-17': {
    calls,
    does: 'gives the currency in letters',
    harm: 'A shop that compares the currency with "398" refuses every payment.',
    answer: at('currency', () => 'KZT'),
  },
  'st-18': {
    calls,
    does: 'leaves the currency out of a status',
    harm: 'A shop cannot tell whether it was paid in tenge or in dollars.',
    answer: without('currency'),
  },
  'st-19': {
    calls,
    does: 'leaves the amount out of a status',
    harm: 'A shop that compares what was paid with the price refuses every payment.',
    answer: without('amount'),
  },
  'st-20': {
    calls,
    does: 'leaves orderStatus out of a status',
    harm: 'The shop never learns that an order was paid.',
    answer: without('orderStatus'),
  },
  'st-21': {
    calls,
    does: 'leaves errorCode out of a status',
    harm: 'A shop that waits for errorCode "0" takes every status for an error.',
    answer: when(hasStatus, without('errorCode')),
  },
  'st-22': {
    calls,
    does: 'gives the description of another order',
    harm: 'The receipt names goods that the customer did not buy.',
    answer: when((body) => body.orderDescription, put('orderDescription', 'A bicycle')),
  },
  'st-23': {
    calls,
    does: 'gives null for the description',
    harm: 'A shop that shortens the description for its receipt stops with an error.',
    answer: at('orderDescription', () => null),
  },
  'st-24': {
    calls,
    does: 'gives the parameters of an order as an object, not as a list',
    harm: "A shop that walks the list finds none of its own parameters, such as the customer's cart.",
    answer: at('merchantOrderParams', (list: Json[]) =>
      Object.fromEntries(list.map(({ name, value }) => [name, value])),
    ),
  },
  'st-25': {
    calls,
    does: 'leaves the parameters of an order out',
    harm: "A shop that finds the customer's cart by its own parameter does not find it.",
    answer: without('merchantOrderParams'),
  },
  'st-26': {
    calls,
    does: 'gives the attributes as an object, not as a list',
    harm: 'A shop that looks for mdOrder in the list finds no id.',
    answer: when(
      hasStatus,
      at('attributes', ([{ name, value }]: Json) => ({ [name]: value })),
    ),
  },
  'st-27': {
    calls,
    does: 'leaves the date out of a status',
    harm: 'The shop shows its orders without a date, or as made in January 1970.',
    answer: without('date'),
  },
  'st-28': {
    calls,
    does: 'leaves actionCode out of a status',
    harm: 'The shop cannot tell the customer why the card was declined.',
    answer: without('actionCode'),
  },
  'st-29': {
    calls,
    does: 'leaves the words for actionCode out',
    harm: 'The shop shows an empty reason for a decline.',
    answer: without('actionCodeDescription'),
  },
  'st-30': {
    calls,
    does: 'gives the words for actionCode as a number',
    harm: 'The customer reads a number in place of the reason for a decline.',
    answer: put('actionCodeDescription', (_: Json, { actionCode }: Json) => actionCode),
  },
  'st-31': {
    calls,
    does: 'says of every decline that the card has expired',
    harm: 'A customer without money on the card is told to get a new card.',
    answer: when(
      (body) => body.actionCode === 116,
      put('actionCodeDescription', 'Expired card'),
      put('displayErrorMessage', 'The card has expired. Use another card.'),
    ),
  },
  'st-32': {
    calls,
    does: 'leaves the words for the customer out',
    harm: 'The customer reads "undefined" in place of the reason for a decline.',
    answer: without('displayErrorMessage'),
  },
  'st-33': {
    calls,
    does: 'gives the words for the customer as a number',
    harm: 'The customer reads a number in place of the reason for a decline.',
    answer: put('displayErrorMessage', (_: Json, { actionCode }: Json) => actionCode),
  },
});
