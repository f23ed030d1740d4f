import type { RefusalReason } from '../../../domain/errors/refused.ts';

const login = 'Check login and password of the API user, and whether the shop is still at the test address.';
const number =
  'Send a new order number for each order; after an answer that was lost, ask for the status of the first one.';
const value = 'Correct the parameter that the text names; sending it again changes nothing.';
const amount = 'Send the amount in minor units: digits only, 15000.00 as 1500000.';
const state = 'Ask for the status first: the order is not in a state that allows this.';
const sum = 'Ask for the status: it says how much is held, captured and refunded.';
const busy = 'Ask for the status, and send the call again a little later.';
const own = 'Ask only about orders of this login; the id may be of another merchant, or of before a reset.';
const over = 'Register a new order: this one takes no payment any more.';
const stored = 'Ask for the stored cards of this client again, and offer another way to pay.';

/** What a shop should do about a refusal, where it is plain. */
export const errorAdvice: Readonly<Partial<Record<RefusalReason, string>>> = {
  'credentials-missing': login,
  'access-denied': login,
  'other-merchant': own,
  'order-not-found': own,
  'order-number-invalid': value,
  'order-number-processed': number,
  'order-number-registered': number,
  'parameter-missing': value,
  'key-missing': value,
  'order-id-missing': value,
  'value-invalid': value,
  'json-invalid': value,
  'return-url-invalid': value,
  'currency-unknown': value,
  'amount-missing': amount,
  'amount-invalid': amount,
  'wrong-status': state,
  'reversal-impossible': state,
  'refund-impossible': state,
  'deposit-too-large': sum,
  'refund-too-large': sum,
  'order-busy': busy,
  'system-error': busy,
  'order-processed': over,
  'order-expired': over,
  'binding-not-found': stored,
  'binding-inactive': stored,
};
