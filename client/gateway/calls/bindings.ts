import type { MakeMethod } from '../call-method.ts';
import { bindCard } from '../endpoints/bindings/bind-card.ts';
import { createBindingNoPayment } from '../endpoints/bindings/create-binding-no-payment.ts';
import { extendBinding } from '../endpoints/bindings/extend-binding.ts';
import { getAllBindings, getBindings } from '../endpoints/bindings/get-bindings.ts';
import { getBindingsByCardOrId } from '../endpoints/bindings/get-bindings-by-card-or-id.ts';
import { installmentPayment } from '../endpoints/bindings/installment-payment.ts';
import { paymentOrderBinding } from '../endpoints/bindings/payment-order-binding.ts';
import { recurrentPayment } from '../endpoints/bindings/recurrent-payment.ts';
import { unBindCard } from '../endpoints/bindings/un-bind-card.ts';

export type BindingCalls = ReturnType<typeof bindingCalls>;

/** `client.bindings`: cards that customers let the shop keep, and payments with them. */
export const bindingCalls = (method: MakeMethod) => ({
  /** getBindings.do: a client's stored cards, each once. */
  list: method(getBindings),
  /** getAllBindings.do: the same, but a card that was stored twice is listed twice. */
  listAll: method(getAllBindings),
  /** getBindingsByCardOrId.do: the stored cards with this number or id. */
  listByCardOrId: method(getBindingsByCardOrId),
  /** createBindingNoPayment.do: stores a card without a payment. */
  create: method(createBindingNoPayment),
  /** unBindCard.do: switches a stored card off. */
  unbind: method(unBindCard),
  /** bindCard.do: switches it on again. */
  bind: method(bindCard),
  /** extendBinding.do: gives it a new expiry date. */
  extend: method(extendBinding),
  /** paymentOrderBinding.do: pays a registered order with it. A declined card is an answer: ask the status. */
  payOrder: method(paymentOrderBinding),
  /** recurrentPayment.do: one more payment of a subscription, as an order of its own. */
  payRecurrent: method(recurrentPayment),
  /** installmentPayment.do: one more instalment, as an order of its own. A declined card is an answer: read `orderStatus`. */
  payInstallment: method(installmentPayment),
});
