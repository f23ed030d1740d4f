import { bankOf } from '../banks/bank-of.ts';
import { type Writing, writeCallback, writeCardCallback } from '../callbacks/write-callback.ts';
import type { Context } from '../context.ts';
import { type Callback, newsOf } from '../domain/callback.ts';
import type { Merchant } from '../domain/merchant.ts';
import type { Order } from '../domain/order.ts';

/** Tells the merchant what happened to an order, where there is something to tell. Delivery goes on in the background. */
export const announce = async (context: Context, before: Order, after: Order, byTime = false): Promise<void> => {
  const news = newsOf(before, after, { byTime });
  if (news.length === 0) return;
  const { store, courier } = context;
  const merchant = await store.merchants.find(after.merchant);
  if (!merchant) return;
  for (const item of news) {
    const writing = writingFor(context, merchant, after);
    const callback =
      item.operation === 'bindingCreated'
        ? await writeNewCard(context, after, writing)
        : writeCallback(item, after, writing);
    if (callback) await courier.post(callback);
  }
};

const writeNewCard = async ({ store }: Context, order: Order, writing: Writing): Promise<Callback | undefined> => {
  const binding = await store.bindings.find(order.bindingId ?? '');
  return binding && writeCardCallback('bindingCreated', binding, writing, order);
};

/** What one callback to a merchant is written with. `subject`: the order or merchant that names the bank. */
export const writingFor = (context: Context, merchant: Merchant, subject: Order | Merchant): Writing => {
  const { clock, ids, keys, options } = context;
  const nowMs = clock.now();
  return { merchant, bank: bankOf(context, subject), keys, publicUrl: options.publicUrl, id: ids.uuid(nowMs), nowMs };
};
