import type { CardOperation } from '../callbacks/card-parameters.ts';
import { writeCardCallback } from '../callbacks/write-callback.ts';
import type { Context } from '../context.ts';
import type { Binding } from '../domain/binding.ts';
import { writingFor } from './announce.ts';

/** Tells the merchant that a stored card was switched on or off, or stored without an order. Delivery goes on in the background. */
export const announceBinding = async (
  context: Context,
  binding: Binding,
  operation: CardOperation = 'bindingActivityChanged',
): Promise<void> => {
  const merchant = await context.store.merchants.find(binding.merchant);
  if (!merchant) return;
  const callback = writeCardCallback(operation, binding, writingFor(context, merchant, merchant));
  if (callback) await context.courier.post(callback);
};
