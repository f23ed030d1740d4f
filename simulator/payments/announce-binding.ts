import { bankOf } from '../banks/bank-of.ts';
import { writeBindingCallback } from '../callbacks/write-callback.ts';
import type { Context } from '../context.ts';
import type { Binding } from '../domain/binding.ts';

/** Tells the merchant that a stored card was switched on or off. Delivery goes on in the background. */
export const announceBinding = async (context: Context, binding: Binding): Promise<void> => {
  const { store, clock, ids, courier, keys } = context;
  const merchant = await store.merchants.find(binding.merchant);
  if (!merchant) return;
  const nowMs = clock.now();
  const writing = { merchant, bank: bankOf(context, merchant), keys, id: ids.uuid(nowMs), nowMs };
  const callback = writeBindingCallback(binding, writing);
  if (callback) await courier.post(callback);
};
