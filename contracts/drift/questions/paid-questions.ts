import type { Fields, Question, QuestionGroup } from './question.ts';
import { oldStatusCall, statusCall } from './status-questions.ts';
import { testCardOf } from './test-card.ts';

const english: Fields = { language: 'en' };
/** A part of the order, and more than is left, in minor units. */
const part = '500000';
const tooMuch = '1500100';

/** The order of a story: registered, paid, and asked about. Only its status and its money are compared. */
const registered = (id: string, group: QuestionGroup, call = 'register'): Question => ({
  id,
  title: `${call}: an order to pay`,
  group,
  call: `rest/${call}.do`,
  isSetUp: true,
  fields: ({ order }) => order,
});

const about = (
  id: string,
  group: QuestionGroup,
  order: string,
  [call, situation, fields]: readonly [call: string, situation: string, fields?: Fields],
): Question => ({
  id,
  title: `${call.replace(/^rest\/|\.do$/g, '')}: ${situation}`,
  group,
  call,
  fields: ({ orderOf }) => ({ ...english, orderId: orderOf(order).orderId, ...fields }),
});

const payment = (id: string, order: string, situation: string, changes: Fields = {}): Question => ({
  id,
  title: `paymentorder: ${situation}`,
  group: 'cards',
  call: 'rest/paymentorder.do',
  fields: ({ bank, orderOf }) => {
    const { pan, cvc, expiry } = testCardOf(bank.name);
    const card = { $PAN: pan, $CVC: cvc, YYYY: expiry.slice(0, 4), MM: expiry.slice(4), TEXT: 'TEST CARDHOLDER' };
    return { ...english, MDORDER: orderOf(order).orderId, ...card, ip: '127.0.0.1', ...changes };
  },
});

/** Payments with the test card, and what becomes of them. */
export const cardQuestions: readonly Question[] = [
  registered('card-order', 'cards'),
  payment('card-paid', 'card-order', 'the test card'),
  about('card-status-paid', 'cards', 'card-order', [statusCall, 'a paid order']),
  about('card-old-status-paid', 'cards', 'card-order', [oldStatusCall, 'a paid order']),
  about('card-refund-part', 'cards', 'card-order', ['rest/refund.do', 'a part', { amount: part }]),
  about('card-status-part', 'cards', 'card-order', [statusCall, 'an order refunded in part']),
  about('card-refund-too-much', 'cards', 'card-order', ['rest/refund.do', 'more than is left', { amount: tooMuch }]),
  about('card-refund-rest', 'cards', 'card-order', ['rest/refund.do', 'the rest', { amount: '1000000' }]),
  about('card-status-refunded', 'cards', 'card-order', [statusCall, 'a refunded order']),
  registered('card-order-declined', 'cards'),
  payment('card-declined', 'card-order-declined', 'a wrong security code', { $CVC: '999' }),
  about('card-status-declined', 'cards', 'card-order-declined', [statusCall, 'an order after a wrong security code']),
];

/** The orders that a person pays at the payment page of the bank, in one phase and in two. */
export const handOrders = ['hand-order', 'hand-held-order'] as const;

export const handRegistrations: readonly Question[] = [
  registered('hand-order', 'by hand'),
  registered('hand-held-order', 'by hand', 'registerPreAuth'),
];

/** What becomes of these orders. */
export const handQuestions: readonly Question[] = [
  about('hand-status-paid', 'by hand', 'hand-order', [statusCall, 'paid by hand']),
  about('hand-old-status-paid', 'by hand', 'hand-order', [oldStatusCall, 'paid by hand']),
  about('hand-refund-part', 'by hand', 'hand-order', [
    'rest/refund.do',
    'a part of what was paid by hand',
    { amount: part },
  ]),
  about('hand-status-part', 'by hand', 'hand-order', [statusCall, 'paid by hand, refunded in part']),
  about('hand-status-held', 'by hand', 'hand-held-order', [statusCall, 'held by hand']),
  about('hand-refund-held', 'by hand', 'hand-held-order', ['rest/refund.do', 'held by hand', { amount: part }]),
  about('hand-deposit', 'by hand', 'hand-held-order', [
    'rest/deposit.do',
    'a part of what is held',
    { amount: '1000000' },
  ]),
  about('hand-status-captured', 'by hand', 'hand-held-order', [statusCall, 'held by hand, captured in part']),
  about('hand-reverse', 'by hand', 'hand-held-order', ['rest/reverse.do', 'captured in part']),
  about('hand-status-reversed', 'by hand', 'hand-held-order', [statusCall, 'captured in part, then reversed']),
];
