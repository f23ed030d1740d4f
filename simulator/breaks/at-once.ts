import { breaksSince, type Json } from './break.ts';
import { cardList, instantPayment, instantRefund, keys, motoPayment, verifyCard } from './calls.ts';
import { at, put, rename, toNumber, toText, when, without } from './edit.ts';
import { confirmAnyway } from './parts.ts';

const isDeclined = (body: Json) => body.error && String(body.errorCode) === '0';
const otherId = '019b6f99-3c2a-7c41-9f6e-5a1200b4e009';

/** What is wrong with payments without a registered order. */
export const atOnceBreaks = breaksSince('0.1.0', {
  'pa-40': {
    calls: instantPayment,
    does: 'says of an instant payment only that it was handled',
    harm: 'The shop cannot tell whether the card was charged.',
    answer: without('orderStatus'),
  },
  'pa-41': {
    calls: instantPayment,
    does: 'says of a declined instant payment that it is paid',
    harm: 'The shop sends goods that nobody has paid for.',
    answer: when(isDeclined, put('orderStatus.OrderStatus', 2), put('orderStatus.depositAmount', 1_500_000)),
  },
  'pa-42': {
    calls: instantPayment,
    does: 'leaves the id of the order out of an instant payment',
    harm: 'The shop cannot refund the payment later.',
    answer: without('orderId'),
  },
  'pa-43': {
    calls: instantPayment,
    does: 'gives a numeric errorCode for an instant payment',
    harm: 'A shop that waits for the text "0" takes the payment for failed, and charges again.',
    answer: at('errorCode', toNumber),
  },
  'pa-44': {
    calls: instantPayment,
    does: 'gives the sum of an instant payment in tenge',
    harm: 'The shop finds a hundredth of the price, and takes the payment for incomplete.',
    answer: at(['orderStatus.Amount', 'orderStatus.depositAmount'], (amount) => amount / 100),
  },
  'pa-45': {
    calls: motoPayment,
    does: 'charges by telephone and gives no mdOrder',
    harm: 'The shop cannot ask whether the card told by telephone was charged.',
    answer: without('mdOrder'),
  },
  'pa-46': {
    calls: motoPayment,
    does: 'refuses a card told by telephone that was handled',
    harm: 'The shop asks the caller for another card, and charges twice.',
    answer: when((body) => body.success === true, put('success', false)),
  },
  'pa-47': {
    calls: motoPayment,
    does: 'says by text whether a card told by telephone was handled',
    harm: 'A shop takes the text "false" for true.',
    answer: at('success', toText),
  },
  'pa-48': {
    calls: verifyCard,
    does: 'gives the ECI of a verified card as a number',
    harm: 'A shop with a strict text for the ECI cannot read the check.',
    answer: at('eci', toNumber),
  },
  'pa-49': {
    calls: verifyCard,
    does: 'leaves the approval code of a verified card out',
    harm: 'The shop has no proof that the issuer has approved the card.',
    answer: without('authCode'),
  },
  'pa-50': {
    calls: verifyCard,
    does: 'leaves the reference number of a verified card out',
    harm: "The shop cannot match the check of a card with the bank's statement.",
    answer: without('rrn'),
  },
  'pa-51': {
    calls: instantRefund,
    does: 'leaves the result of a payout out',
    harm: 'The shop cannot tell whether the money was sent.',
    answer: without('orderStatus'),
  },
  'pa-52': {
    calls: instantRefund,
    does: 'leaves the reference number of a payout out',
    harm: "The shop cannot match its payouts with the bank's statement.",
    answer: without('orderStatus.rrn'),
  },
  'pa-53': {
    calls: instantPayment,
    does: 'registers and pays twice under one number',
    harm: 'A customer who clicks twice is charged twice.',
    answer: confirmAnyway(['1']),
  },
  'pa-54': {
    calls: keys,
    does: 'answers nonsense where its keys are asked for',
    harm: 'The app of the shop cannot encrypt cards, and no customer can pay in it.',
    answer: at('keys', () => 'nonsense'),
  },
  'pa-55': {
    calls: keys,
    does: 'gives its key without the lines around it',
    harm: 'The app of the shop cannot read the key, and no customer can pay in it.',
    answer: at('keys.*.keyValue', (key) => key.replace(/-----[A-Z ]+-----\n?/g, '')),
  },
  'pa-56': {
    calls: keys,
    does: 'gives keys that have expired',
    harm: 'The app of the shop refuses the key, and no customer can pay in it.',
    answer: at('keys.*.keyExpiration', () => 946_684_800_000),
  },
  'pa-57': {
    calls: cardList,
    does: 'updates the cards of an order that nobody has paid',
    harm: 'The shop believes that it will be told of cards that it is never told of.',
    answer: confirmAnyway(['7']),
  },
  'pa-58': {
    calls: motoPayment,
    does: 'writes mdorder instead of mdOrder',
    harm: 'The shop cannot ask whether the card told by telephone was charged.',
    answer: rename('mdOrder', 'mdorder'),
  },
  'pa-59': {
    calls: [...instantPayment, ...instantRefund, ...verifyCard],
    does: 'gives an id of another form',
    harm: 'A shop with a column for a UUID cannot store the payment.',
    answer: at('orderId', () => otherId.replaceAll('-', '').slice(8)),
  },
});
