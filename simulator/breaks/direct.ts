import { breaksSince, type Json } from './break.ts';
import { continue3ds, enrolment, finish3ds, instantRefund, payCard, paysOrder, verifyCard } from './calls.ts';
import { at, put, toSeconds, toText, when, without } from './edit.ts';
import { confirmAnyway } from './parts.ts';

const isDeclined = (body: Json) => body.error && String(body.errorCode) === '0';
const isPaid = (body: Json) => body.redirect && !body.error;

/** What is wrong with payments of a registered order without the gateway's page. */
export const directBreaks = breaksSince('0.1.0', {
  'pa-01': {
    calls: paysOrder,
    does: 'answers a payment with errorCode as text',
    harm: 'A shop with a strict number for errorCode takes the payment for failed, and charges again.',
    answer: at('errorCode', toText),
  },
  'pa-02': {
    calls: paysOrder,
    does: 'sends the customer back without the language',
    harm: 'The shop greets a customer who reads Russian in English.',
    answer: at('redirect', (url) => url.replace(/&lang=\w+/, '')),
  },
  'pa-03': {
    calls: paysOrder,
    does: 'sends the customer back without the order',
    harm: 'The shop does not know which order the customer has paid.',
    answer: at('redirect', (url) => url.replace(/orderId=[^&]*&?/, '')),
  },
  'pa-04': {
    calls: payCard,
    does: 'sends the customer back with another order',
    harm: 'The shop shows the customer the order of somebody else.',
    answer: at('redirect', (url) => url.replace(/orderId=.{8}/, 'orderId=019b6f99')),
  },
  'pa-05': {
    calls: paysOrder,
    does: 'refuses a declined card with an errorCode',
    harm: 'The shop takes a decline for a technical error, and charges the card again.',
    answer: when(isDeclined, put('errorCode', 7)),
  },
  'pa-06': {
    calls: paysOrder,
    does: 'says nothing of a decline',
    harm: 'The shop sends goods that nobody has paid for.',
    answer: when(isDeclined, without('error', 'errorMessage', 'processingErrorType')),
  },
  'pa-07': {
    calls: paysOrder,
    does: 'says by true that a card was declined, not in words',
    harm: 'The customer reads "true" in place of the reason for the decline.',
    answer: when(isDeclined, put('error', true)),
  },
  'pa-08': {
    calls: paysOrder,
    does: 'says nothing for the customer beside the redirect (info)',
    harm: 'A shop that shows this text while it sends the customer back shows nothing.',
    equivalent: 'The text is optional, and the customer leaves the page at once.',
    answer: when(isPaid, without('info')),
  },
  'pa-09': {
    calls: paysOrder,
    does: 'gives no redirect for a payment that went through',
    harm: 'The shop cannot send the customer on, and asks for the card again.',
    answer: when(isPaid, without('redirect')),
  },
  'pa-10': {
    calls: paysOrder,
    does: 'leaves the id of the authentication out (threeDSServerTransId)',
    harm: 'The shop cannot go on after the page of the issuer, and the payment is lost.',
    answer: without('threeDSServerTransId'),
  },
  'pa-11': {
    calls: paysOrder,
    does: 'says by text whether 3-D Secure has version 2',
    harm: 'A shop takes the text "false" for true, and waits for pages that do not come.',
    answer: at('is3DSVer2', toText),
  },
  'pa-12': {
    calls: paysOrder,
    does: 'leaves the page that looks at the browser out',
    harm: 'The issuer does not see the browser, and declines payments that it would have taken.',
    answer: without('threeDSMethodURL', 'threeDSMethodURLServer'),
  },
  'pa-13': {
    calls: continue3ds,
    does: 'goes on without the page of the issuer',
    harm: 'The shop cannot send the customer to the issuer, and the payment is lost.',
    answer: without('acsUrl'),
  },
  'pa-14': {
    calls: continue3ds,
    does: 'leaves the request for the issuer out (packedCReq)',
    harm: 'The issuer does not know which payment the customer confirms, and declines it.',
    answer: without('packedCReq'),
  },
  'pa-15': {
    calls: finish3ds,
    does: 'finishes an authentication that does not exist',
    harm: 'A customer who makes up an id is shown a paid order.',
    answer: confirmAnyway(['6']),
  },
  'pa-16': {
    calls: [...continue3ds, ...finish3ds],
    does: 'goes on with an order that nobody pays',
    harm: 'The shop waits for a payment that was never begun.',
    answer: confirmAnyway(['7']),
  },
  'pa-17': {
    calls: payCard,
    does: 'takes a card with a wrong number',
    harm: 'A mistyped card looks charged, and the shop sends goods for nothing.',
    answer: confirmAnyway(['1']),
  },
  'pa-18': {
    calls: payCard,
    does: 'pays an order twice',
    harm: 'A customer who clicks twice is charged twice.',
    answer: confirmAnyway(['7']),
  },
  'pa-19': {
    calls: verifyCard,
    does: 'gives the time of a verified card in seconds',
    harm: 'The shop shows the check of a card as made in January 1970.',
    answer: at('time', toSeconds),
  },
  'pa-20': {
    calls: verifyCard,
    does: 'charges a card that it should only verify',
    harm: 'The customer sees a payment that nobody announced.',
    answer: at('amount', () => 100),
  },
  'pa-21': {
    calls: verifyCard,
    does: 'says of a declined card that it is good',
    harm: 'The shop stores a card that cannot pay.',
    answer: at('actionCode', () => 0),
  },
  'pa-22': {
    calls: instantRefund,
    does: 'says of a declined payout that the money was sent',
    harm: 'The shop tells the winner of a prize that it is on its way, and it is not.',
    answer: at('orderStatus.ErrorCode', () => '0'),
  },
  'pa-23': {
    calls: instantRefund,
    does: 'leaves the approval code of a payout out',
    harm: "The bank's support cannot find the payout that the shop asks about.",
    answer: without('orderStatus.approvalCode'),
  },
  'pa-24': {
    calls: payCard,
    does: 'pays an order that does not exist',
    harm: 'The shop sends goods for a payment that belongs to nothing.',
    answer: confirmAnyway(['6']),
  },
  'pa-25': {
    calls: instantRefund,
    does: 'sends money twice under one number',
    harm: 'A payout that the shop repeats after a lost answer is paid twice.',
    answer: confirmAnyway(['1']),
  },
  'pa-26': {
    calls: enrolment,
    does: 'says of every card that it takes part in 3-D Secure',
    harm: 'The shop sends customers to a page of the issuer that does not exist.',
    answer: at('enrolled', () => 'Y'),
  },
  'pa-27': {
    calls: enrolment,
    does: 'says by true whether a card takes part in 3-D Secure',
    harm: 'A shop that compares with "Y" charges every card without 3-D Secure, and is liable itself.',
    answer: at('enrolled', (value) => value === 'Y'),
  },
  'pa-28': {
    calls: enrolment,
    does: 'leaves the bank of the card out',
    harm: 'A shop that decides by the country of the card stops with an error.',
    answer: without('emitterCountryCode', 'emitterName'),
  },
});
