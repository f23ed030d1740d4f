import type { MerchantContext } from '../../context.ts';
import { nextDueMs } from '../../domain/due.ts';
import { withMarks } from '../../domain/mark-changes.ts';
import type { Order } from '../../domain/order.ts';
import { withActsBegun } from '../../domain/planned-acts.ts';
import { Refused } from '../../domain/refused.ts';
import { currentOrder, findCurrentOrder } from './current-order.ts';
import { type KeptChange, keepChange } from './keep-change.ts';

/** How often a change is tried anew when the order has changed in between. */
const mostTries = 50;

/**
 * Changes an order that was just read, unless it has changed meanwhile; then reads it again and decides anew. Changes
 * asked for in this process wait for one another; the version guards against other processes.
 * `change` takes the order as it is now and returns the next one, or throws Refused.
 */
export const changeOrder = async (
  context: MerchantContext,
  read: Order,
  change: (order: Order) => Order,
  /** `byTime`: as if the order's time had run out. */
  { byTime = false }: { readonly byTime?: boolean } = {},
): Promise<Order> => {
  const { order, awaited } = await context.runExclusive(read.id, (hasWaited) =>
    changeNow(context, hasWaited ? undefined : read, read.id, change, byTime),
  );
  // Not in the order's turn, because a shop that gets it may want to change the order at once.
  for (const callback of awaited) await context.courier.deliver(callback);
  return order;
};

interface Changed extends KeptChange {
  readonly order: Order;
}

const changeNow = async (
  context: MerchantContext,
  read: Order | undefined,
  orderId: string,
  change: (order: Order) => Order,
  byTime: boolean,
): Promise<Changed> => {
  let fresh = read && (await currentOrder(context, read));
  for (let tries = 0; tries < mostTries; tries++) {
    const order = fresh ?? (await findCurrentOrder(context, orderId));
    fresh = undefined;
    if (!order) throw new Refused('order-not-found');
    const nowMs = context.clock.now();
    const next = { ...withActsBegun(order, change(order), nowMs), version: order.version + 1 };
    const changed = withMarks(order, next, { atMs: nowMs, byTime });
    const kept = await keepChange(context, order, changed, byTime);
    if (!kept) continue;
    const dueMs = nextDueMs(changed);
    if (dueMs !== undefined) context.wakeAt(dueMs);
    return { order: changed, ...kept };
  }
  throw new Refused('system-error');
};
