import type { MerchantContext } from '../../context.ts';
import type { Order } from '../../domain/orders/order.ts';
import { isPaid } from '../../domain/orders/planned-acts.ts';
import { changeOrder } from './change-order.ts';

/** The order with the shop's confirmation, after which the bank leaves it alone. */
export const confirmOrderHandled = async (context: MerchantContext, order: Order): Promise<Order> =>
  order.confirmByMs === undefined || !isPaid(order)
    ? order
    : changeOrder(context, order, ({ confirmByMs: _, ...confirmed }) => confirmed);
