import { Refused } from '../../domain/errors/refused.ts';
import { isMerchantNamed } from '../../domain/merchant-name.ts';
import type { Order } from '../../domain/orders/order.ts';
import type { MerchantCall } from '../../http/call/endpoint.ts';
import { parameter } from '../../http/read/parameters.ts';
import { currentOrder } from '../../payments/orders/current-order.ts';

/**
 * The order that a merchant call names; `orderId` wins over `orderNumber`. Source: BPC REST documentation.
 * @throws Refused if none is named, or it is unknown, or another merchant's.
 */
export const findOrder = async (call: MerchantCall): Promise<Order> => {
  const { context, values, merchant, parameters } = call;
  const { orderId, orderNumber, merchantLogin } = values;
  // With the public token only orderId names an order.
  const usesToken = parameter(parameters, 'userName') === undefined;
  if (merchantLogin !== undefined && !isMerchantNamed(merchant.login, merchantLogin))
    throw new Refused('other-merchant');
  if (orderId === undefined && (orderNumber === undefined || usesToken))
    throw new Refused('order-id-or-number-expected');
  if (orderId !== undefined) return findOrderById(call, orderId);
  const { read } = call;
  const isRead = read?.orderNumber === orderNumber && read?.merchant === merchant.login;
  const found = isRead ? read : await context.store.orders.findByNumber(merchant.login, orderNumber ?? '');
  if (!found) throw new Refused('order-not-found');
  return currentOrder(context, found);
};

/** The order with this id. @throws Refused if it is unknown or belongs to another merchant. */
export const findOrderById = async ({ context, merchant, read }: MerchantCall, orderId: string): Promise<Order> => {
  const found = read?.id === orderId ? read : await context.store.orders.find(orderId);
  if (!found) throw new Refused('order-not-found');
  if (found.merchant !== merchant.login) throw new Refused('other-merchant');
  return currentOrder(context, found);
};
