import type { CardOperation } from '../../callbacks/write/card-parameters.ts';
import { writeCardCallback } from '../../callbacks/write/write-callback.ts';
import type { MerchantContext } from '../../context.ts';
import type { Binding } from '../../domain/binding.ts';
import type { PaymentFacts } from '../../scenario-engine/choice/conditions.ts';
import { findCallbackFault } from '../faults/find-callback-fault.ts';
import { callbackInput } from '../orders/write-callbacks.ts';

/** Tells the merchant that a stored card was switched on or off, or stored without an order. Delivery goes on in the background. */
export const announceBinding = async (
  context: MerchantContext,
  binding: Binding,
  operation: CardOperation = 'bindingActivityChanged',
): Promise<void> => {
  const { merchant } = context;
  const input = callbackInput(context, merchant);
  const right = writeCardCallback(operation, binding, input);
  if (!right) return;
  const facts = cardFacts(context, binding);
  const fault = await findCallbackFault(context, { operation, subject: binding.id, merchant, facts, requested: [] });
  const callback = fault ? writeCardCallback(operation, binding, { ...input, fault }) : right;
  if (callback) await context.courier.post(callback);
};

/** What a scenario may look at where there is a card and no order. */
const cardFacts = ({ bank }: MerchantContext, { merchant, clientId, email, card }: Binding): PaymentFacts => ({
  amountMinor: 0,
  currency: bank.currency,
  orderNumber: '',
  merchant,
  clientId,
  email,
  language: bank.defaultLanguage,
  attempt: 1,
  pan: card.maskedPan,
});
