import type { RefusalReason } from '../domain/errors/refused.ts';

type Group = readonly RefusalReason[];

/** An order that is named by its id. */
const orderById: Group = ['order-not-found', 'other-merchant'];

/** An order that is named by id or number. */
const order: Group = [...orderById, 'order-id-or-number-expected'];

/** An outcome that a call asks for by name. */
const outcome: Group = ['json-invalid', 'scenario-unknown', 'scenario-misspelt'];

/** A cart as it is registered. */
const cart: Group = ['cart-malformed', 'cart-item-amount', 'cart-total', 'cart-currency'];

/** Positions of the cart in a capture or refund. */
const cartShares: Group = [...cart, 'cart-position-amount'];

/** A card number with expiry, CVC and cardholder. */
const cardFields: Group = [
  'card-number-invalid',
  'card-expiry-invalid',
  'card-over',
  'cvc-invalid',
  'cardholder-invalid',
];

/** The same, or encrypted. */
const card: Group = [...cardFields, 'card-unreadable'];

/** A stored card that pays. */
const storedCard: Group = ['binding-not-found', 'binding-unsuitable', 'binding-inactive', 'card-over'];

/** A payment of an order. */
const payment: Group = [
  ...outcome,
  'binding-unsuitable',
  'order-processed',
  'order-expired',
  'order-busy',
  'wrong-status',
];

/** A payment of an order with a stored card. */
const storedCardPayment: Group = [...payment, ...storedCard, 'client-id-empty'];

/** The registration of an order. */
const registration: Group = [
  ...outcome,
  ...cart,
  'customer-malformed',
  ...storedCard,
  'access-denied',
  'amount-invalid',
  'currency-unknown',
  'language-unknown',
  'parameter-missing',
  'value-invalid',
  'features-malformed',
  'feature-forbidden',
  'payment-way-unknown',
  'order-number-invalid',
  'order-number-registered',
  'order-number-processed',
];

/** A call that moves money of an order. */
const money: Group = [...order, 'order-id-missing', 'amount-invalid', 'value-invalid'];

/** A recurring task that a call names. */
const task: Group = ['json-invalid', 'access-denied', 'task-not-found'];

/** The fields of a template of orders. */
const template: Group = ['json-invalid', 'parameter-missing', 'value-invalid', 'currency-unknown'];

/** The reasons for which shared steps of calls refuse. */
export const refusalGroups = {
  orderById,
  order,
  outcome,
  cart,
  cartShares,
  cardFields,
  card,
  storedCard,
  payment,
  storedCardPayment,
  registration,
  money,
  task,
  template,
} as const;
