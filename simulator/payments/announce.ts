import { bankOf } from '../banks/bank-of.ts';
import { writeCallback } from '../callbacks/write-callback.ts';
import type { Context } from '../context.ts';
import { newsOf } from '../domain/callback.ts';
import type { Order } from '../domain/order.ts';

/** Tells the merchant what happened to an order, where there is something to tell. Delivery goes on in the background. */
export const announce = async (context: Context, before: Order, after: Order, byTime = false): Promise<void> => {
  const news = newsOf(before, after, { byTime });
  if (news.length === 0) return;
  const { store, clock, ids, courier, keys } = context;
  const merchant = await store.merchants.find(after.merchant);
  if (!merchant) return;
  const bank = bankOf(context, after);
  const nowMs = clock.now();
  for (const item of news) {
    const callback = writeCallback(item, after, { merchant, bank, keys, id: ids.uuid(nowMs), nowMs });
    if (callback) await courier.post(callback);
  }
};
