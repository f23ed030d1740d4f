import type { Order } from '../../domain/order.ts';
import { Refused } from '../../domain/refused.ts';
import type { MerchantCall } from '../../http/call/endpoint.ts';
import { parameter } from '../../http/read/parameters.ts';
import { currentOrder, currentOrderByNumber } from '../../payments/orders/current-order.ts';

/**
 * The order that a merchant call names; `orderId` wins over `orderNumber`. Source: BPC REST documentation.
 * @throws Refused where none is named, it is unknown, or belongs to another merchant.
 */
export const findOrder = async ({ context, values, merchant, parameters }: MerchantCall): Promise<Order> => {
  const { orderId, orderNumber, merchantLogin } = values;
  // With the public token only orderId names an order.
  const usesToken = parameter(parameters, 'userName') === undefined;
  if (merchantLogin !== undefined && merchantLogin !== merchant.login) throw new Refused('other-merchant');
  if (orderId === undefined && (orderNumber === undefined || usesToken))
    throw new Refused('order-id-or-number-expected');
  const order =
    orderId !== undefined
      ? await currentOrder(context, orderId)
      : await currentOrderByNumber(context, merchant.login, orderNumber ?? '');
  if (!order) throw new Refused('order-not-found');
  if (order.merchant !== merchant.login) throw new Refused('other-merchant');
  return order;
};
