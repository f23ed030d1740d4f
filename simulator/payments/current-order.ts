import type { Context } from '../context.ts';
import { nextDueMs } from '../domain/due.ts';
import type { Order } from '../domain/order.ts';
import { expire } from '../domain/pay.ts';

/** The order as it is at this moment: what its time has brought has happened, whether or not anybody looked. */
export const currentOrder = async (context: Context, orderId: string): Promise<Order | undefined> =>
  upToDate(context, await context.store.orders.find(orderId));

/** As `currentOrder`, by the merchant's own number. */
export const currentOrderByNumber = async (
  context: Context,
  merchant: string,
  orderNumber: string,
): Promise<Order | undefined> => upToDate(context, await context.store.orders.findByNumber(merchant, orderNumber));

const upToDate = async (context: Context, order: Order | undefined): Promise<Order | undefined> => {
  if (!order) return undefined;
  const dueMs = nextDueMs(order);
  if (dueMs === undefined || dueMs > context.clock.now()) return order;
  const expired = { ...expire(order, context.bank.expiredActionCode), version: order.version + 1 };
  const kept = await context.store.orders.replace(expired);
  return kept ? expired : currentOrder(context, order.id);
};
