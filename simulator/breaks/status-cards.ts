import { breaksSince, type Json } from './break.ts';
import { status } from './calls.ts';
import { at, each, put, rename, toNumber, toText, when, without } from './edit.ts';

const calls = status;
const card = '4444555511113333';
const masks = ['cardAuthInfo.maskedPan', 'cardAuthInfo.pan'];
const isPaid = (body: Json) => body.orderStatus === 2;
const hasCard = (body: Json) => body.cardAuthInfo;

/** What is wrong with the card in a status. */
export const statusCardBreaks = breaksSince('0.1.0', {
  'cd-01': {
    calls,
    does: 'leaves the card out of a paid order',
    harm: 'The shop cannot tell the customer which card was charged.',
    answer: when(isPaid, without('cardAuthInfo')),
  },
  'cd-02': {
    calls,
    does: 'gives the expiry of the card as a number',
    harm: 'A shop with a strict type for the expiry cannot read the status.',
    answer: at('cardAuthInfo.expiration', toNumber),
  },
  'cd-03': {
    calls,
    does: 'gives the expiry of the card as month and year',
    harm: 'The shop takes a valid card for one that has expired.',
    answer: at('cardAuthInfo.expiration', (value) => value.slice(4) + value.slice(0, 4)),
  },
  'cd-04': {
    calls,
    does: 'shows the whole card number in place of the masked one',
    harm: 'The shop stores card numbers, and breaks the rules of the card industry.',
    answer: at(masks, () => card),
  },
  'cd-05': {
    calls,
    does: 'shows a whole card number in a further field',
    harm: 'The shop writes card numbers into its log, and breaks the rules of the card industry.',
    answer: put('cardAuthInfo.number', card),
  },
  'cd-06': {
    calls,
    does: 'shows only the last four digits of a card',
    harm: 'A shop that tells cards by their first six digits cannot tell the bank of the card.',
    answer: at(masks, (mask) => mask.slice(-4)),
  },
  'cd-07': {
    calls,
    does: 'shows the card of another payment',
    harm: 'The customer sees a card on the receipt that is not the own one.',
    answer: at(masks, () => '400000**0002'),
  },
  'cd-08': {
    calls,
    does: 'masks a card with crosses instead of asterisks',
    harm: 'A shop that finds a stored card by its mask does not find it.',
    answer: at(masks, (mask) => mask.replace('**', 'XXXXXX')),
  },
  'cd-09': {
    calls,
    does: 'leaves the masked number out',
    harm: 'The receipt has no card number.',
    answer: without(...masks),
  },
  'cd-10': {
    calls,
    does: 'leaves the name on the card out',
    harm: 'A shop that compares the name on the card with that of the customer sees fraud everywhere.',
    answer: without('cardAuthInfo.cardholderName'),
  },
  'cd-11': {
    calls,
    does: 'leaves the code of the approval out',
    harm: "The bank's support cannot find the payment that the shop asks about.",
    answer: without('cardAuthInfo.approvalCode'),
  },
  'cd-12': {
    calls,
    does: 'gives the code of the approval as a number',
    harm: 'An approval code that begins with 0 loses a digit, and the bank does not find the payment.',
    answer: at('cardAuthInfo.approvalCode', toNumber),
  },
  'cd-13': {
    calls,
    does: 'leaves the card scheme out',
    harm: 'The shop cannot show whether a Visa or a MasterCard was charged.',
    answer: without('cardAuthInfo.paymentSystem'),
  },
  'cd-14': {
    calls,
    does: 'says nothing of the product of the card',
    harm: 'A shop that shows whether a card is a debit card has nothing to show.',
    equivalent: 'The fields product and productCategory are optional, and not all banks send them.',
    answer: each(without('cardAuthInfo.product'), without('cardAuthInfo.productCategory')),
  },
  'cd-15': {
    calls,
    does: 'writes the card scheme in small letters',
    harm: 'A shop that chooses a picture by the name of the scheme shows none.',
    answer: at('cardAuthInfo.paymentSystem', (name) => name.toLowerCase()),
  },
  'cd-16': {
    calls,
    does: 'takes a MasterCard for a Visa',
    harm: 'The receipt names the wrong card scheme.',
    answer: at('cardAuthInfo.paymentSystem', (name) => (name === 'MASTERCARD' ? 'VISA' : name)),
  },
  'cd-17': {
    calls,
    does: 'leaves the facts of 3-D Secure out',
    harm: 'The shop cannot prove in a dispute that the customer was authenticated.',
    answer: without('cardAuthInfo.secureAuthInfo'),
  },
  'cd-18': {
    calls,
    does: 'gives the ECI as text',
    harm: 'A shop that compares the ECI with a number takes every payment for one without 3-D Secure.',
    answer: at('cardAuthInfo.secureAuthInfo.eci', toText),
  },
  'cd-19': {
    calls,
    does: 'gives an ECI that does not exist',
    harm: 'The shop takes a payment for safe for which it is liable itself.',
    answer: at('cardAuthInfo.secureAuthInfo.eci', () => 99),
  },
  'cd-20': {
    calls,
    does: 'leaves the proof of 3-D Secure out (cavv and xid)',
    harm: 'The shop cannot prove in a dispute that the customer was authenticated.',
    answer: put('cardAuthInfo.secureAuthInfo.threeDSInfo', {}),
  },
  'cd-21': {
    calls,
    does: 'leaves cavv alone out of the proof of 3-D Secure',
    harm: 'The bank rejects the proof in a dispute, because the value of the issuer is missing.',
    answer: without('cardAuthInfo.secureAuthInfo.threeDSInfo.cavv'),
  },
  'cd-22': {
    calls,
    does: 'gives the card in a list',
    harm: 'The shop finds no card in the status, and prints a receipt without one.',
    answer: at('cardAuthInfo', (value) => [value]),
  },
  'cd-23': {
    calls,
    does: 'leaves the reference number of a declined attempt out',
    harm: 'The bank cannot find the attempt that the customer complains about.',
    answer: when((body) => body.actionCode > 0, without('authRefNum')),
  },
  'cd-24': {
    calls,
    does: 'puts the fields of the card at the top of a status',
    harm: 'The shop finds no card in the status, and prints a receipt without one.',
    answer: when(hasCard, (body) => {
      Object.assign(body, body.cardAuthInfo);
      delete body.cardAuthInfo;
    }),
  },
  'cd-25': {
    calls,
    does: 'writes cardHolderName instead of cardholderName',
    harm: 'A shop that compares the name on the card with that of the customer sees fraud everywhere.',
    answer: rename('cardAuthInfo.cardholderName', 'cardHolderName'),
  },
  'cd-26': {
    calls,
    does: 'gives the approval code of a longer form',
    harm: 'A shop with six letters for the approval code cannot store the payment.',
    answer: at('cardAuthInfo.approvalCode', (code) => `${code}00`),
  },
  'cd-27': {
    calls,
    does: 'leaves the id of the stored card out',
    harm: 'The shop cannot charge the card that the customer has just stored.',
    answer: without('bindingInfo.bindingId'),
  },
  'cd-28': {
    calls,
    does: 'says that the stored card belongs to another customer',
    harm: "The shop offers the card to another customer, who pays with somebody else's money.",
    answer: at('bindingInfo.clientId', () => 'somebody-else'),
  },
  'cd-29': {
    calls,
    does: 'leaves the stored card out of a status',
    harm: 'The shop never learns the id of a stored card, so no customer can pay with it.',
    answer: without('bindingInfo'),
  },
  'cd-30': {
    calls,
    does: 'says of a stored card that it came from outside (externalCreated)',
    harm: 'A shop that treats such cards apart does not offer the card to its customer.',
    answer: at('bindingInfo.externalCreated', () => true),
  },
});
