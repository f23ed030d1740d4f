import { breaksSince, type Json } from './break.ts';
import {
  apple,
  appleDirect,
  google,
  googles,
  instalment,
  recurrent,
  samsung,
  samsungDirect,
  token,
  wallets,
} from './calls.ts';
import { at, put, replace, toNumber, toSeconds, toText, when, without } from './edit.ts';
import { succeedAnyway } from './parts.ts';

const nested = (name: string) => `orderStatus.${name}`;
const withStatus = [...apple, ...appleDirect, ...samsung, ...samsungDirect, ...token, ...recurrent, ...instalment];
const opened = (body: Json) => body.error?.code === 1 && !/empty/.test(body.error.message);
const isDone = (body: Json) => body.success === true;

/** What is wrong with payments by phone. */
export const walletBreaks = breaksSince('0.1.0', {
  'wa-01': {
    calls: wallets,
    does: 'takes a wallet token that it cannot open, or whose card is declined',
    harm: 'The shop sends goods that nobody has paid for.',
    answer: when(opened, put('success', true)),
  },
  'wa-02': {
    calls: wallets,
    does: 'refuses a wallet with a code as text',
    harm: 'A shop with a strict number for the code cannot tell the reason.',
    answer: at('error.code', toText),
  },
  'wa-03': {
    calls: google,
    does: 'skips 3-D Secure where Google gave the number of the card',
    harm: 'The shop takes a payment for paid that the issuer has not confirmed.',
    answer: at('data', ({ orderId }) => ({ orderId })),
  },
  'wa-04': {
    calls: wallets,
    does: 'says that a declined card has paid by phone',
    harm: 'The shop sends goods that nobody has paid for.',
    answer: when((body) => body.error?.description === 'Insufficient funds', put('success', true)),
  },
  'wa-05': {
    calls: wallets,
    does: 'takes a wallet payment for a merchant that does not exist, or under a used number',
    harm: 'A customer pays, and no shop has the money.',
    answer: succeedAnyway(['10']),
  },
  'wa-06': {
    calls: wallets,
    does: 'leaves the id of the order out of a payment by phone',
    harm: 'The shop cannot ask for the status or refund the payment later.',
    answer: without('data.orderId'),
  },
  'wa-07': {
    calls: withStatus,
    does: 'leaves the card out of a status in the answer',
    harm: 'The receipt has no card number.',
    answer: without(nested('cardAuthInfo')),
  },
  'wa-08': {
    calls: withStatus,
    does: 'leaves the sums out of a status in the answer',
    harm: 'A shop that compares what was captured with the price refuses the payment.',
    answer: without(nested('paymentAmountInfo')),
  },
  'wa-09': {
    calls: wallets,
    does: 'says by text whether a payment by phone has succeeded',
    harm: 'A shop takes the text "false" for true, and sends goods that nobody has paid for.',
    answer: at('success', toText),
  },
  'wa-10': {
    calls: wallets,
    does: 'calls a payment by phone one with a card',
    harm: 'The shop counts payments by phone as payments on its page.',
    answer: at(nested('paymentWay'), () => 'CARD'),
  },
  'wa-11': {
    calls: wallets,
    does: 'calls a payment by phone unpaid',
    harm: 'The shop asks a customer who has paid to pay again.',
    answer: at(nested('orderStatus'), () => 0),
  },
  'wa-12': {
    calls: wallets,
    does: 'gives the status of a payment by phone as a bare number',
    harm: 'A shop that reads the order in the answer stops with an error after the payment.',
    answer: at('orderStatus', (order) => order.orderStatus),
  },
  'wa-13': {
    calls: withStatus,
    does: 'gives the dates of a status in the answer in seconds',
    harm: 'The shop shows the payment as made in January 1970.',
    answer: at(['date', 'depositedDate', 'authDateTime'].map(nested), toSeconds),
  },
  'wa-14': {
    calls: wallets,
    does: 'gives the sum of a payment by phone in tenge',
    harm: 'The shop finds a hundredth of the price, and takes the payment for incomplete.',
    answer: at([nested('amount'), nested('paymentAmountInfo.depositedAmount')], (amount) => amount / 100),
  },
  'wa-15': {
    calls: withStatus,
    does: 'gives the currency of a status in the answer as a number',
    harm: 'A shop that compares the currency with the text "398" refuses the payment.',
    answer: at(nested('currency'), toNumber),
  },
  'wa-16': {
    calls: wallets,
    does: 'answers a payment by phone with errorCode at the top',
    harm: 'A shop that reads `success` takes every payment for failed, and the customer pays twice.',
    answer: when(
      isDone,
      replace(({ data, orderStatus }) => ({ errorCode: '0', ...data, orderStatus })),
    ),
  },
  'wa-17': {
    calls: wallets,
    does: 'refuses a payment by phone without a reason',
    harm: 'The customer is not told why the payment failed.',
    answer: without('error'),
  },
  'wa-18': {
    calls: wallets,
    does: 'refuses a payment by phone without words for the shop',
    harm: 'The log of the shop does not say why payments fail.',
    answer: without('error.message', 'error.description'),
  },
  'wa-19': {
    calls: googles,
    does: 'gives the id of a payment with Google Pay at the top',
    harm: 'A shop that reads data.orderId cannot ask for the status.',
    answer: when(isDone, (body) => {
      body.orderId = body.data.orderId;
      body.data = {};
    }),
  },
  'wa-20': {
    calls: google,
    does: 'leaves the page of the issuer out of a payment with Google Pay',
    harm: 'The customer cannot confirm the payment, and it is lost.',
    answer: without('data.acsUrl', 'data.threeDSMethodURL', 'data.is3DSVer2'),
  },
  'wa-21': {
    calls: withStatus,
    does: 'shows the whole card number in a status in the answer',
    harm: 'The shop stores card numbers, and breaks the rules of the card industry.',
    answer: put(nested('cardAuthInfo.number'), '4444555511113333'),
  },
  'wa-22': {
    calls: withStatus,
    does: 'leaves mdOrder out of a status in the answer',
    harm: 'A shop that reads the id from the attributes cannot refund the payment later.',
    answer: at(nested('attributes'), () => []),
  },
});
