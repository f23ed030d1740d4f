import type { MerchantContext } from '../../context.ts';
import type { Order } from '../../domain/orders/order.ts';
import { hideCardData } from '../../masking/hide-card-data.ts';
import { currentOrder } from '../../payments/orders/current-order.ts';

/** The order of this merchant with this orderId or order number. */
export const findOrder = async (context: MerchantContext, idOrNumber: string): Promise<Order | undefined> =>
  (await findOrderById(context, idOrNumber)) ?? findOrderByNumber(context, idOrNumber);

/** The order of this merchant with this order number, brought up to date. */
export const findOrderByNumber = async (context: MerchantContext, orderNumber: string): Promise<Order | undefined> => {
  const stored = await context.store.orders.findByNumber(context.merchant.login, hideCardData(orderNumber));
  return stored && currentOrder(context, stored);
};

/** The order of this merchant with this orderId, brought up to date. */
export const findOrderById = async (context: MerchantContext, orderId: string): Promise<Order | undefined> => {
  const stored = await context.store.orders.find(orderId);
  return stored?.merchant === context.merchant.login ? currentOrder(context, stored) : undefined;
};
