import type { CardOperation } from '../../callbacks/write/card-parameters.ts';
import { writeCardCallback } from '../../callbacks/write/write-callback.ts';
import type { MerchantContext } from '../../context.ts';
import type { Binding } from '../../domain/binding.ts';
import { missedStepText } from '../../domain/orders/missed-step.ts';
import type { PaymentFacts } from '../../scenario-engine/choice/conditions.ts';
import { missedFault } from '../faults/missed-callback-fault.ts';
import { countInStore } from '../faults/step-counts.ts';
import { writeWithFault } from '../orders/write-callbacks.ts';

/** Sends the callback about a stored card that was switched on or off, or stored without an order, in the background. */
export const announceBinding = async (
  context: MerchantContext,
  binding: Binding,
  operation: CardOperation = 'bindingActivityChanged',
): Promise<void> => {
  const { id: subject, merchant } = binding;
  const count = countInStore(context, merchant, `callbacks ${subject}`);
  const topic = { operation, subject, facts: cardFacts(context, binding), requested: [], count };
  const callback = await writeWithFault(context, context.merchant, topic, (input) =>
    writeCardCallback(operation, binding, input),
  );
  const missed = await missedFault(context, topic, undefined, callback);
  // Without an order there is no timeline.
  if (missed) context.log.warn({ bindingId: binding.id }, missedStepText({ atMs: context.clock.now(), ...missed }));
  if (!callback) return;
  context.logNewCallback(callback);
  await context.courier.post(callback);
};

/** The facts for a scenario's conditions about a card without an order. */
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
