import { bankOf } from '../banks/bank-of.ts';
import { type Writing, writeCallback, writeCardCallback } from '../callbacks/write-callback.ts';
import type { Context } from '../context.ts';
import { type Callback, newsOf, type OrderNews } from '../domain/callback.ts';
import type { Merchant } from '../domain/merchant.ts';
import type { Order } from '../domain/order.ts';
import { lastAttempt } from '../domain/pay.ts';
import { findMishap } from './find-mishap.ts';
import { noteChange } from './note-change.ts';
import { orderFacts } from './order-facts.ts';

/**
 * Notes what happened to an order, and tells the merchant where there is something to tell. Delivery goes on in the
 * background; callbacks that a scenario wants tried before anybody gets an answer are returned.
 */
export const announce = async (
  context: Context,
  before: Order,
  after: Order,
  byTime = false,
): Promise<readonly Callback[]> => {
  noteChange(context, before, after);
  const news = newsOf(before, after, { byTime });
  if (news.length === 0) return nothing;
  const { store, courier } = context;
  const merchant = await store.merchants.find(after.merchant);
  if (!merchant) return nothing;
  const awaited: Callback[] = [];
  for (const item of news) {
    const callback = await writeSpoilt(context, item, after, merchant);
    if (!callback) continue;
    await courier.post(callback);
    if (callback.mishap?.fault.isBeforeRedirect) awaited.push(callback);
  }
  return awaited;
};

const nothing: readonly Callback[] = Object.freeze([]);

/** The callback as its scenario has it; undefined where the merchant does not want it. */
const writeSpoilt = async (
  context: Context,
  news: OrderNews,
  order: Order,
  merchant: Merchant,
): Promise<Callback | undefined> => {
  const writing = writingFor(context, merchant, order);
  const right = await write(context, news, order, writing);
  if (!right) return undefined;
  const mishap = await findMishap(context, {
    operation: news.operation,
    subject: order.id,
    merchant,
    facts: orderFacts(order),
    requested: [lastAttempt(order)?.askedFor, order.params['scenario']],
  });
  return mishap ? write(context, news, order, { ...writing, mishap }) : right;
};

const write = async (
  { store }: Context,
  news: OrderNews,
  order: Order,
  writing: Writing,
): Promise<Callback | undefined> => {
  if (news.operation !== 'bindingCreated') return writeCallback(news, order, writing);
  const binding = await store.bindings.find(order.bindingId ?? '');
  return binding && writeCardCallback('bindingCreated', binding, writing, order);
};

/** What one callback to a merchant is written with. `subject`: the order or merchant that names the bank. */
export const writingFor = (context: Context, merchant: Merchant, subject: Order | Merchant): Writing => {
  const { clock, ids, keys, options } = context;
  const nowMs = clock.now();
  return { merchant, bank: bankOf(context, subject), keys, publicUrl: options.publicUrl, id: ids.uuid(nowMs), nowMs };
};
