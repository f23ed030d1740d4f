import type { MerchantContext } from '../../context.ts';
import { Refused } from '../../domain/errors/refused.ts';
import type { Order } from '../../domain/orders/order.ts';
import { announceBinding } from './announce-binding.ts';
import { changeBinding } from './change-binding.ts';

/** Switches off a stored card of an order's payer. @throws Refused if it belongs to another. */
export const removeStoredCard = async (
  context: MerchantContext,
  { merchant, clientId }: Order,
  bindingId: string,
): Promise<void> => {
  const binding = await context.store.bindings.find(bindingId);
  if (!binding || binding.merchant !== merchant || binding.clientId !== clientId)
    throw new Refused('binding-not-found');
  const changed = await changeBinding(context, bindingId, (latest) => {
    if (!latest.isActive) throw new Refused('binding-inactive');
    return { ...latest, isActive: false };
  });
  await announceBinding(context, changed);
};
