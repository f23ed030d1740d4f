import type { Context } from '../context.ts';
import type { Order } from '../domain/order.ts';
import { currentOrder, currentOrderByNumber } from '../payments/orders/current-order.ts';

/** The order of the merchant of this context with this orderId, or with this order number. */
export const findOrder = async (context: Context, idOrNumber: string): Promise<Order | undefined> =>
  (await findOrderById(context, idOrNumber)) ?? currentOrderByNumber(context, context.login, idOrNumber);

/** The order of the merchant of this context with this orderId, as it is at this moment. */
export const findOrderById = async (context: Context, orderId: string): Promise<Order | undefined> => {
  const stored = await context.store.orders.find(orderId);
  return stored?.merchant === context.login ? currentOrder(context, orderId) : undefined;
};
