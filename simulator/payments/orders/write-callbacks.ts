import { bankOf } from '../../banks/bank-of.ts';
import { type CallbackInput, writeCallback, writeCardCallback } from '../../callbacks/write/write-callback.ts';
import type { MerchantContext } from '../../context.ts';
import type { Binding } from '../../domain/binding.ts';
import { type Callback, newsOf } from '../../domain/callback.ts';
import type { Merchant } from '../../domain/merchant.ts';
import type { MissedStep } from '../../domain/orders/missed-step.ts';
import type { Order } from '../../domain/orders/order.ts';
import { lastAttempt } from '../../domain/orders/pay.ts';
import { withMissedSteps } from '../../domain/orders/with-missed-steps.ts';
import { contextOfOrder } from '../../merchants/next-orders.ts';
import { type CallbackTopic, findCallbackFault } from '../faults/find-callback-fault.ts';
import { missedByPayment } from '../faults/missed-by-payment.ts';
import { missedFault } from '../faults/missed-callback-fault.ts';
import { countInOrder } from '../faults/step-counts.ts';
import { orderFacts } from './order-facts.ts';

/** A change of an order that is not stored yet. */
interface OrderChange {
  readonly before: Order;
  readonly after: Order;
  readonly atMs: number;
  readonly byTime: boolean;
  readonly binding: Binding | undefined;
}

/**
 * A changed order with the callbacks about the change; none if the merchant does not want any. Faults that scenarios have
 * for callbacks that are not sent, or cannot have them, are missed steps of the order.
 */
export const writeCallbacks = async (
  ofMerchant: MerchantContext,
  change: OrderChange,
): Promise<{ readonly order: Order; readonly callbacks: readonly Callback[] }> => {
  const { before, after: order, binding, atMs } = change;
  const context = contextOfOrder(ofMerchant, order);
  const news = newsOf(before, order, change);
  if (news.length === 0) return { order, callbacks: nothing };
  const { count, withCounts } = countInOrder(context, before);
  const callbacks: Callback[] = [];
  const missed: MissedStep[] = [];
  const about = {
    subject: order.id,
    facts: orderFacts(order),
    requested: [lastAttempt(order)?.askedFor, order.params['scenario']],
  };
  for (const item of news) {
    const { operation } = item;
    const topic = { operation, count, ...about };
    const callback = await writeWithFault(context, order, topic, (input) =>
      operation === 'bindingCreated'
        ? binding && writeCardCallback(operation, binding, input, order)
        : writeCallback(item, order, input),
    );
    if (callback) callbacks.push(callback);
    const miss = await missedFault(context, topic, order, callback);
    if (miss) missed.push({ atMs, ...miss });
  }
  missed.push(...(await missedByPayment(context, before, order, about, atMs)));
  return { order: withMissedSteps(withCounts(order), missed), callbacks };
};

const nothing: readonly Callback[] = Object.freeze([]);

/**
 * Writes a callback with the fault that a scenario has for it; undefined if the merchant does not want it. `owner`: the
 * order or merchant that names the bank.
 */
export const writeWithFault = async (
  context: MerchantContext,
  owner: Order | Merchant,
  topic: CallbackTopic,
  write: (input: CallbackInput) => Callback | undefined,
): Promise<Callback | undefined> => {
  const { clock, ids, keys, options, courier } = context;
  const nowMs = clock.now();
  const bank = bankOf(context, owner);
  const merchant = courier.forwarding.reachable(context.merchant);
  const input = { merchant, bank, keys, publicUrl: options.publicUrl, id: ids.uuid(nowMs), nowMs };
  const right = write(input);
  const fault = right && (await findCallbackFault(context, topic));
  return fault ? write({ ...input, fault }) : right;
};
