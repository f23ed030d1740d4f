import { bankOf } from '../../banks/bank-of.ts';
import { type CallbackInput, writeCallback, writeCardCallback } from '../../callbacks/write/write-callback.ts';
import type { MerchantContext } from '../../context.ts';
import type { Binding } from '../../domain/binding.ts';
import { type Callback, newsOf, type OrderNews } from '../../domain/callback.ts';
import type { Merchant } from '../../domain/merchant.ts';
import type { Order } from '../../domain/order.ts';
import { lastAttempt } from '../../domain/pay.ts';
import { findCallbackFault } from '../faults/find-callback-fault.ts';
import { orderFacts } from './order-facts.ts';

/** A change of an order, not kept yet. */
export interface OrderChange {
  readonly before: Order;
  readonly after: Order;
  /** Nobody acted: time ran out. */
  readonly byTime: boolean;
  /** The card that it stores. */
  readonly binding: Binding | undefined;
}

/** The callbacks that tell the merchant of a change; none where there is nothing to tell, or nobody wants it. */
export const writeCallbacks = async (context: MerchantContext, change: OrderChange): Promise<readonly Callback[]> => {
  const news = newsOf(change.before, change.after, change);
  if (news.length === 0) return nothing;
  const callbacks: Callback[] = [];
  for (const item of news) {
    const callback = await writeWithFault(context, item, change);
    if (callback) callbacks.push(callback);
  }
  return callbacks;
};

const nothing: readonly Callback[] = Object.freeze([]);

/** The callback as its scenario has it; undefined where the merchant does not want it. */
const writeWithFault = async (
  context: MerchantContext,
  news: OrderNews,
  { after: order, binding }: OrderChange,
): Promise<Callback | undefined> => {
  const write = (input: CallbackInput): Callback | undefined =>
    news.operation === 'bindingCreated'
      ? binding && writeCardCallback('bindingCreated', binding, input, order)
      : writeCallback(news, order, input);
  const { merchant } = context;
  const input = callbackInput(context, order);
  const right = write(input);
  if (!right) return undefined;
  const fault = await findCallbackFault(context, {
    operation: news.operation,
    subject: order.id,
    merchant,
    facts: orderFacts(order),
    requested: [lastAttempt(order)?.askedFor, order.params['scenario']],
  });
  return fault ? write({ ...input, fault }) : right;
};

/** What one callback to a merchant is written with. `subject`: the order or merchant that names the bank. */
export const callbackInput = (context: MerchantContext, subject: Order | Merchant): CallbackInput => {
  const { clock, ids, keys, options, merchant } = context;
  const nowMs = clock.now();
  return { merchant, bank: bankOf(context, subject), keys, publicUrl: options.publicUrl, id: ids.uuid(nowMs), nowMs };
};
