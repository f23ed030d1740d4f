import { breaksSince } from './break.ts';
import { giveUp, session, submit } from './calls.ts';
import { at, put, toText, when, without } from './edit.ts';
import { confirmAnyway } from './parts.ts';

const calls = [...session, ...submit, ...giveUp];

/** What is wrong with the way of the customer back to the shop. */
export const pageBreaks = breaksSince('0.1.0', {
  'pg-01': {
    calls,
    does: 'sends the customer back without the language',
    harm: 'The shop greets a customer who reads Russian in English.',
    answer: at('redirect', (url) => url.replace(/&lang=\w+/, '')),
  },
  'pg-02': {
    calls,
    does: 'sends the customer back without the order',
    harm: 'The shop does not know which order the customer has paid.',
    answer: at('redirect', (url) => url.replace(/orderId=[^&]*&/, '')),
  },
  'pg-03': {
    calls,
    does: 'sends the customer back with another order',
    harm: 'The shop shows the customer the order of somebody else.',
    answer: at('redirect', (url) => url.replace(/orderId=.{8}/, 'orderId=019b6f99')),
  },
  'pg-04': {
    calls,
    does: 'loses the query of the return address on the way back',
    harm: 'The shop does not know from which cart the customer comes.',
    answer: at('redirect', (url) => url.replace('from=bank&cart=77&', '').replace('try=1&', '')),
  },
  'pg-05': {
    calls,
    does: 'puts a second question mark into the return address',
    harm: 'The shop reads the id of the order as a part of its own parameter.',
    answer: at('redirect', (url) => url.replace('&orderId', '?orderId')),
  },
  'pg-06': {
    calls: session,
    does: 'sends a customer whose card was declined to the page of success',
    harm: 'The shop thanks a customer who has not paid.',
    answer: at('redirect', (url) => url.replace('/failed', '/return')),
  },
  'pg-07': {
    calls,
    does: 'writes the marks in the return address as HTML does',
    harm: 'The shop finds a parameter named "amp;lang", and no language.',
    answer: at('redirect', (url) => url.replaceAll('&', '&amp;')),
  },
  'pg-08': {
    calls,
    does: 'sends the customer to the address without its protocol',
    harm: "The browser looks for the shop below the gateway's own address.",
    answer: at('redirect', (url) => url.replace('https://', '')),
  },
  'pg-09': {
    calls: session,
    does: 'does not say where a finished order leads',
    harm: 'A customer who has paid stays on the payment page, and pays again elsewhere.',
    answer: without('redirect'),
  },
  'pg-10': {
    calls: submit,
    does: 'refuses a declined card with an errorCode',
    harm: 'The page shows a technical error in place of the reason, and the customer gives up.',
    answer: when((body) => body.error && body.errorCode === 0, put('errorCode', 1)),
  },
  'pg-11': {
    calls: submit,
    does: 'says nothing of a declined card',
    harm: 'The customer believes to have paid.',
    answer: when((body) => body.error && body.errorCode === 0, without('error', 'errorMessage')),
  },
  'pg-12': {
    calls: submit,
    does: 'takes a second payment for an order that is paid',
    harm: 'A customer who opens the page again is charged twice.',
    answer: confirmAnyway(['7']),
  },
  'pg-13': {
    calls: giveUp,
    does: 'gives up an order that is paid',
    harm: 'The customer sees a cancelled order, and the card is charged.',
    answer: confirmAnyway(['7']),
  },
  'pg-14': {
    calls: [...submit, ...giveUp],
    does: 'answers the payment page with errorCode as text',
    harm: 'A page of the shop that compares errorCode with 0 shows an error after each payment.',
    answer: at('errorCode', toText),
  },
  'pg-15': {
    calls: giveUp,
    does: 'gives up an order that does not exist',
    harm: 'The customer sees a cancelled order, and the real one stays open.',
    answer: confirmAnyway(['6']),
  },
});
