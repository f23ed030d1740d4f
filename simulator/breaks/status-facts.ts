import { breaksSince, type Json } from './break.ts';
import { status } from './calls.ts';
import { at, put, rename, replace, toText, when, without } from './edit.ts';

const calls = status;
const hasStatus = (body: Json) => 'orderStatus' in body;

/** What is wrong with the facts in a status about payer, shop and payment. */
export const statusFactBreaks = breaksSince('0.1.0', {
  'st-34': {
    calls,
    does: 'leaves the address of the payer out',
    harm: 'A shop that looks for fraud by the address of the payer sees none.',
    answer: without('ip'),
  },
  'st-35': {
    calls,
    does: 'gives the address of the payer as a number',
    harm: 'A shop that looks for fraud by the address of the payer cannot read it.',
    answer: at('ip', () => 3_405_803_786),
  },
  'st-36': {
    calls,
    does: 'says in a text whether there is a chargeback',
    harm: 'A shop takes the text "false" for true, and blocks every customer.',
    answer: at('chargeback', toText),
  },
  'st-37': {
    calls,
    does: 'says of every order that the customer took the money back',
    harm: 'The shop blocks customers who have paid.',
    answer: at('chargeback', () => true),
  },
  'st-38': {
    calls,
    does: 'leaves the bank of the card out',
    harm: 'A shop that decides by the country of the card stops with an error.',
    answer: without('bankInfo'),
  },
  'st-39': {
    calls,
    does: 'gives the country of the card in words instead of a code',
    harm: 'A shop that decides by the code of the country takes every card for foreign.',
    answer: at('bankInfo.bankCountryCode', () => 'Kazakhstan'),
  },
  'st-40': {
    calls,
    does: 'says nothing of the address of the shop',
    harm: 'A shop with several servers does not see which of them registered the order.',
    answer: without('transactionAttributes'),
  },
  'st-41': {
    calls,
    does: 'leaves the number of the terminal out',
    harm: "The shop cannot match its payments with the bank's statement by terminal.",
    answer: without('terminalId'),
  },
  'st-42': {
    calls,
    does: 'says nothing of a chargeback',
    harm: 'The shop sends goods to a customer who took the money back.',
    answer: without('chargeback'),
  },
  'st-43': {
    calls,
    does: 'leaves the reference number out',
    harm: "The shop cannot match its payments with the bank's statement.",
    answer: without('authRefNum'),
  },
  'st-44': {
    calls,
    does: 'leaves the time of the authorisation out',
    harm: 'The shop cannot tell how long a hold is good for.',
    answer: without('authDateTime'),
  },
  'st-45': {
    calls,
    does: 'leaves the way of payment out',
    harm: 'The shop cannot tell a payment by phone from one with a card.',
    answer: without('paymentWay'),
  },
  'st-46': {
    calls,
    does: 'leaves the cart out of a status',
    harm: 'The shop prints a receipt without goods.',
    answer: without('orderBundle'),
  },
  'st-47': {
    calls,
    does: 'leaves the data about the payer out',
    harm: 'The shop has no address to send the receipt to.',
    answer: without('payerData'),
  },
  'st-48': {
    calls,
    does: 'writes OrderStatus instead of orderStatus',
    harm: 'The shop never learns that an order was paid.',
    answer: rename('orderStatus', 'OrderStatus'),
  },
  'st-49': {
    calls,
    does: 'says "OK" instead of "Success"',
    harm: 'A shop that compares the message takes every status for an error.',
    answer: when(hasStatus, put('errorMessage', 'OK')),
  },
  'st-50': {
    calls,
    does: 'gives null for orderStatus',
    harm: 'A shop in PHP takes null for 0, and waits for a payment that is there.',
    answer: at('orderStatus', () => null),
  },
  'st-51': {
    calls,
    does: 'says by true whether an order was paid, not by a number',
    harm: 'A shop that compares orderStatus with 2 takes no order for paid.',
    answer: at('orderStatus', (value) => value === 2),
  },
  'st-52': {
    calls,
    does: 'puts the status into a list of orders',
    harm: 'The shop finds no status at the top of the answer, and never learns of a payment.',
    answer: when(
      hasStatus,
      replace((order) => ({ errorCode: '0', orders: [order] })),
    ),
  },
  'st-53': {
    calls,
    does: 'leaves the date of the payment out',
    harm: 'The shop books payments without a date.',
    answer: without('depositedDate'),
  },
  'st-54': {
    calls,
    does: 'leaves the date of a refund out',
    harm: 'The shop books refunds without a date.',
    answer: without('refundedDate'),
  },
  'st-55': {
    calls,
    does: 'leaves the date of a reversal out',
    harm: 'The shop cannot tell the customer when the hold was given free.',
    answer: without('reversedDate'),
  },
  'st-56': {
    calls,
    does: 'gives 0 for the date of every order',
    harm: 'The shop shows every order as made in January 1970.',
    answer: at('date', () => 0),
  },
  'st-57': {
    calls,
    does: 'gives another currency than that of the order',
    harm: 'A shop that compares the currency refuses every payment, and one that does not books rubles for tenge.',
    answer: at('currency', () => '643'),
  },
  'st-58': {
    calls,
    does: 'gives the amount with a fraction of a tiyn',
    harm: 'A shop that compares what was paid with the price refuses every payment.',
    answer: at('amount', (amount) => amount + 0.5),
  },
  'st-59': {
    calls,
    does: 'gives the number of another order',
    harm: 'The shop marks an order as paid that nobody has paid.',
    answer: at('orderNumber', () => 'shop-9999'),
  },
});
