import type { MerchantContext } from '../../context.ts';
import { Refused } from '../../domain/errors/refused.ts';
import { nextDueMs } from '../../domain/orders/due.ts';
import type { Order } from '../../domain/orders/order.ts';
import { afterAllDue } from './current-order.ts';
import { type KeptChange, keepChange } from './keep-change.ts';

const mostTries = 50;

/**
 * Changes an order that was just read; if it has changed since, reads it again and repeats. Changes in this process, also
 * those by time, run one by one; the version guards against other processes. `change` returns the next order, or throws
 * Refused.
 */
export const changeOrder = async (
  context: MerchantContext,
  read: Order,
  change: (order: Order) => Order,
  /** As if the order's time had run out. */
  { byTime = false }: { readonly byTime?: boolean } = {},
): Promise<Order> => {
  const { order, awaited } = await context.runExclusive(read.id, (hasWaited) =>
    changeNow(context, hasWaited ? undefined : read, read.id, change, byTime),
  );
  // After the exclusive part, because the shop may change the order as soon as it gets the callback.
  for (const callback of awaited) await context.courier.deliver(callback);
  return order;
};

const changeNow = async (
  context: MerchantContext,
  read: Order | undefined,
  orderId: string,
  change: (order: Order) => Order,
  byTime: boolean,
): Promise<KeptChange> => {
  let known = read;
  for (let tries = 0; tries < mostTries; tries++) {
    const order = await afterAllDue(context, known ?? (await context.store.orders.find(orderId)));
    known = undefined;
    if (!order) throw new Refused('order-not-found');
    const atMs = context.clock.now();
    const kept = await keepChange(context, order, change(order), { atMs, byTime });
    if (!kept) continue;
    const dueMs = nextDueMs(kept.order);
    if (dueMs !== undefined) context.wakeAt(dueMs);
    return kept;
  }
  throw new Refused('system-error');
};
