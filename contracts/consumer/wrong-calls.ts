import { fromState } from './agree.ts';
import type { WrongCall } from './agree-on-refusals.ts';
import { example } from './answers.ts';

/** The codes that banks choose from if a call has no order. */
export const noOrder = ['1', '5'] as const;

/** Without an amount. Source: Bereke 12, BPC 4, ArCa 5. */
export const noAmount = ['12', '4', '5'] as const;

const orderId = fromState('orderId', example.orderId);
const bindingId = fromState('bindingId', example.bindingId);

/** The wrong calls of several subjects. */
export const currency: WrongCall = { words: ' in a currency that it does not know', fields: { currency: '999' } };
export const cart: WrongCall = { words: ' with a cart that cannot be read', fields: { orderBundle: 'a cart' } };
export const contradiction: WrongCall = {
  words: ' with features that contradict each other',
  fields: { features: 'FORCE_CREATE_BINDING,BINDING_NOT_NEEDED' },
};
export const noReturnUrl: WrongCall = {
  words: ' without an address for the way back',
  fields: { returnUrl: undefined },
};
export const withoutOrder: WrongCall = { words: ' without an order', fields: { orderId: undefined }, or: ['5'] };
export const unknownCard: WrongCall = {
  words: ' with a stored card that does not exist',
  fields: { bindingId },
  given: ['no stored card has this id'],
  id: bindingId,
};
export const paid: Pick<WrongCall, 'given' | 'id'> = {
  given: ['an order paid in one phase exists', { amount: example.amount }],
  id: orderId,
};
export const held: Pick<WrongCall, 'given' | 'id'> = {
  given: ['an order held in two phases exists', { amount: example.amount }],
  id: orderId,
};
