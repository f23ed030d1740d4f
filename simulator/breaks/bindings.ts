import { breaksSince, type Json } from './break.ts';
import {
  bindingLists,
  bindingOwners,
  getAllBindings,
  getBindings,
  payBinding,
  storeCard,
  switches,
  switchesOff,
} from './calls.ts';
import { at, put, rename, toNumber, toText, when, without } from './edit.ts';
import { confirmAnyway, rewriteJson } from './parts.ts';

const madeUpCard = {
  bindingId: '019b6f10-3c2a-7c41-9f6e-5a1200b4e0b2',
  maskedPan: '444455**3333',
  expiryDate: '203412',
  clientId: 'aida',
};
const hasCards = (body: Json) => body.bindings?.length > 0;
const hasNone = (body: Json) => body.bindings?.length === 0;

/** What is wrong with stored cards. */
export const bindingBreaks = breaksSince('0.1.0', {
  'bi-01': {
    calls: switches,
    does: 'answers about stored cards with a numeric errorCode',
    harm: 'A shop that waits for the text "0" believes that the card was not switched off.',
    answer: at('errorCode', toNumber),
  },
  'bi-02': {
    calls: getBindings,
    does: 'lists the stored cards of another customer',
    harm: 'The shop offers a customer the cards of somebody else.',
    answer: when(hasCards, (body) => void body.bindings.push({ ...body.bindings[0], clientId: 'somebody-else' })),
  },
  'bi-03': {
    calls: bindingLists,
    does: 'gives the expiry of a stored card as month and year',
    harm: 'The shop takes a valid card for one that has expired, and does not offer it.',
    answer: at('bindings.*.expiryDate', () => '122034'),
  },
  'bi-04': {
    calls: bindingLists,
    does: 'lists stored cards without their ids',
    harm: 'The shop can show the cards of a customer, and charge none of them.',
    answer: without('bindings.*.bindingId'),
  },
  'bi-05': {
    calls: [...getBindings, ...getAllBindings, ...bindingOwners],
    does: 'has no list for a customer without stored cards',
    harm: 'A shop that walks the list stops with an error for every new customer.',
    answer: when(hasNone, without('bindings')),
  },
  'bi-06': {
    calls: storeCard,
    does: 'stores a card and gives no id',
    harm: 'The shop cannot charge the card that the customer has just stored.',
    answer: without('bindingId'),
  },
  'bi-07': {
    calls: payBinding,
    does: 'says that a declined stored card has paid',
    harm: 'The shop sends goods that nobody has paid for.',
    answer: when(
      (body) => body.error && body.errorCode === 0,
      without('error', 'errorMessage', 'processingErrorType'),
      put('redirect', 'https://shop.example/return?orderId=019b6f10-3c2a-7c41-9f6e-5a1200b4e001&lang=en'),
    ),
  },
  'bi-08': {
    calls: payBinding,
    does: 'pays with a stored card an order that belongs to no customer',
    harm: 'Anybody can pay with a stored card whose id was seen once.',
    answer: confirmAnyway(['5']),
  },
  'bi-09': {
    calls: bindingLists,
    does: 'lists a card that is switched off',
    harm: 'The shop offers a card that its owner has deleted.',
    answer: when(hasNone, put('errorCode', '0'), put('errorMessage', 'Success'), put('bindings', [madeUpCard])),
  },
  'bi-10': {
    calls: payBinding,
    does: "pays with another customer's card",
    harm: "A customer pays with somebody else's money.",
    answer: confirmAnyway(['1']),
  },
  'bi-11': {
    calls: payBinding,
    does: 'pays with a card that is switched off, or that does not exist',
    harm: 'The shop charges a card that its owner has deleted.',
    answer: confirmAnyway(['2']),
  },
  'bi-12': {
    calls: switchesOff,
    does: 'confirms that a card is switched off that does not exist',
    harm: 'The shop believes that a card is deleted that it named wrongly, and the card stays.',
    answer: confirmAnyway(['2']),
  },
  'bi-13': {
    calls: ['rest/bindCard.do', 'rest/extendBinding.do'],
    does: 'confirms changes of a stored card that does not exist',
    harm: 'The shop offers a card that cannot pay.',
    answer: confirmAnyway(['2']),
  },
  'bi-14': {
    calls: ['rest/extendBinding.do'],
    does: 'takes a new date for a stored card that is over',
    harm: 'The shop offers a card that has expired.',
    answer: confirmAnyway(['1']),
  },
  'bi-15': {
    calls: storeCard,
    does: 'stores a card with a wrong number',
    harm: 'The shop offers a card that cannot pay.',
    answer: when((body) => body.errorCode === 1, put('errorCode', 0), put('error', false)),
  },
  'bi-16': {
    calls: storeCard,
    does: 'says by text whether a card could not be stored',
    harm: 'A shop takes the text "false" for true, and asks for the card again.',
    answer: at('error', toText),
  },
  'bi-17': {
    calls: bindingLists,
    does: 'shows the whole numbers of stored cards',
    harm: 'The shop stores card numbers, and breaks the rules of the card industry.',
    answer: at('bindings.*.maskedPan', () => '4444555511113333'),
  },
  'bi-18': {
    calls: bindingLists,
    does: 'lists stored cards without their masked numbers',
    harm: 'The customer cannot tell which of the stored cards is which.',
    answer: without('bindings.*.maskedPan'),
  },
  'bi-19': {
    calls: bindingLists,
    does: 'lists stored cards without their expiry',
    harm: 'The shop cannot ask in time for a new card.',
    answer: without('bindings.*.expiryDate'),
  },
  'bi-20': {
    calls: bindingLists,
    does: 'lists stored cards without their owners',
    harm: 'A shop that checks the owner of each card offers none.',
    answer: without('bindings.*.clientId'),
  },
  'bi-21': {
    calls: bindingLists,
    does: 'gives stored cards by their ids, not in a list',
    harm: 'A shop that walks the list finds no cards.',
    answer: when(
      hasCards,
      at('bindings', (list: Json[]) => Object.fromEntries(list.map((card) => [card.bindingId, card]))),
    ),
  },
  'bi-22': {
    calls: bindingLists,
    does: 'gives null for no stored cards',
    harm: 'A shop that walks the list stops with an error for every new customer.',
    answer: when(hasNone, put('bindings', null)),
  },
  'bi-23': {
    calls: bindingLists,
    does: 'lists stored cards with a numeric errorCode',
    harm: 'A shop that waits for the text "0" takes the list for an error.',
    answer: when(hasCards, at('errorCode', toNumber)),
  },
  'bi-24': {
    calls: [...getBindings, ...getAllBindings],
    does: 'leaves the category of a stored card out',
    harm: 'The shop cannot tell a card for instalments from a common one, and charges it without the customer.',
    answer: without('bindings.*.bindingCategory'),
  },
  'bi-25': {
    calls: [...getBindings, ...getAllBindings],
    does: 'leaves the words for a stored card out (displayLabel)',
    harm: 'The customer chooses among cards without names.',
    answer: without('bindings.*.displayLabel'),
  },
  'bi-26': {
    calls: bindingLists,
    does: 'says that a customer without stored cards is fine (errorCode 0)',
    harm: 'A shop that waits for code 2 shows an empty list where it should ask for a card.',
    answer: when(hasNone, put('errorCode', '0'), put('errorMessage', 'Success')),
  },
  'bi-27': {
    calls: getBindings,
    does: 'writes binding instead of bindings',
    harm: 'A shop that walks the list finds no cards.',
    answer: rename('bindings', 'binding'),
  },
  'bi-28': {
    calls: getBindings,
    does: 'answers with the bare list of stored cards',
    harm: 'A shop that reads `bindings` finds no cards.',
    reply: rewriteJson((body) => body.bindings ?? body),
  },
  'bi-29': {
    calls: storeCard,
    does: 'stores the card for another customer',
    harm: "The shop offers the card to another customer, who pays with somebody else's money.",
    answer: at('clientId', () => 'somebody-else'),
  },
  'bi-30': {
    calls: payBinding,
    does: 'leaves the id of the card out of a payment with it',
    harm: 'A shop that stores the id from this answer can charge the card only once.',
    answer: without('bindingId'),
  },
  'bi-31': {
    calls: storeCard,
    does: 'stores a card with a wrong expiry',
    harm: 'The shop stops to offer the card a year too early.',
    answer: at('expiryDate', () => '203312'),
  },
});
