import type { CallbackOperation } from '../../domain/callback.ts';

/** The moment of each callback, for editors and the documentation. */
export const operationMeanings: Readonly<Record<CallbackOperation, string>> = {
  approved: 'The money is held, or a hold was declined.',
  deposited: 'The money is taken, or a payment in one phase was declined.',
  reversed: 'The payment is cancelled.',
  refunded: 'Money is given back.',
  declinedByTimeout: 'The time to pay is over.',
  declinedCardPresent: 'A payment with the card at hand was declined.',
  bindingCreated: 'A card is stored.',
  bindingActivityChanged: 'A stored card is switched on or off.',
};
