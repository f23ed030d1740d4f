/** Why the gateway refuses a call; codes and texts are in `data/error-codes.ts`. */
export type RefusalReason =
  | 'credentials-missing'
  | 'access-denied'
  | 'signature-wrong'
  | 'other-merchant'
  | 'order-number-invalid'
  | 'order-number-processed'
  | 'order-number-registered'
  | 'order-id-or-number-expected'
  | 'parameter-missing'
  | 'key-missing'
  | 'order-id-missing'
  | 'amount-missing'
  | 'amount-invalid'
  | 'value-invalid'
  | 'json-invalid'
  | 'markup-refused'
  | 'return-url-invalid'
  | 'currency-unknown'
  | 'language-unknown'
  | 'features-malformed'
  | 'feature-forbidden'
  | 'cart-malformed'
  | 'cart-item-amount'
  | 'cart-position-amount'
  | 'cart-total'
  | 'cart-currency'
  | 'customer-malformed'
  | 'scenario-unknown'
  | 'scenario-misspelt'
  | 'order-not-found'
  | 'binding-not-found'
  | 'binding-unsuitable'
  | 'binding-foreign'
  | 'binding-active'
  | 'binding-inactive'
  | 'nothing-found'
  | 'client-id-empty'
  | 'payment-way-unknown'
  | 'task-exists'
  | 'task-not-found'
  | 'task-over'
  | 'template-not-found'
  | 'template-unusable'
  | 'practice-not-allowed'
  | 'wrong-status'
  | 'deposit-too-large'
  | 'reversal-impossible'
  | 'reversal-unequal'
  | 'reversal-too-late'
  | 'reversed-before'
  | 'refund-impossible'
  | 'refund-too-large'
  | 'deposited-amount-differs'
  | 'order-filter-wrong'
  | 'order-busy'
  | 'order-processed'
  | 'order-expired'
  | 'card-unreadable'
  | 'card-number-invalid'
  | 'card-expiry-invalid'
  | 'card-over'
  | 'cvc-invalid'
  | 'cardholder-invalid'
  | 'not-imitated'
  | 'system-error';

/** An expected refusal. `detail` fills the `{placeholders}` of its text. */
export class Refused extends Error {
  readonly reason: RefusalReason;
  readonly detail: Readonly<Record<string, string>>;

  constructor(reason: RefusalReason, detail: Readonly<Record<string, string>> = {}) {
    super(reason);
    this.name = 'Refused';
    this.reason = reason;
    this.detail = detail;
  }
}
