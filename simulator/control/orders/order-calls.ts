import { z } from 'zod';
import type { MerchantContext } from '../../context.ts';
import { findOrderById } from '../../inspection/orders/find-order.ts';
import { orderAnswer, orderFilter, orderList } from '../../inspection/orders/order-schemas.ts';
import { listOrders as list } from '../../inspection/orders/orders.ts';
import { inspectOrder, type OrderView } from '../../inspection/orders/show-order.ts';
import { controlEndpoint } from '../control-endpoint.ts';
import { loginField } from '../merchants/merchant-schemas.ts';
import { contextOf } from '../merchants/show-merchant.ts';
import { Problem } from '../problem.ts';

export const orderPath = loginField.extend({ orderId: z.string().min(1).describe('`orderId` of register.do.') });

/** The view of an order of this merchant. @throws Problem if the merchant has no such order. */
export const orderOf = async (own: MerchantContext, orderId: string): Promise<OrderView> => {
  const order = await inspectOrder(own, orderId);
  if (!order)
    throw new Problem('not-found', `${own.merchant.login} has no order with the id ${orderId}`, { field: 'orderId' });
  return order;
};

export const listOrders = controlEndpoint({
  method: 'GET',
  path: '/merchants/{login}/orders',
  tag: 'orders',
  summary: 'The orders of a merchant, newest first.',
  summaryInRussian: 'Заказы мерчанта, начиная с самых новых.',
  pathFields: loginField,
  query: orderFilter,
  answer: orderList,
  handle: async ({ context, path, query }) => {
    const own = await contextOf(context, path.login);
    if (query.before !== undefined && !(await findOrderById(own, query.before)))
      throw new Problem('wrong-field', `${path.login} has no order with the id ${query.before}`, { field: 'before' });
    return list(own, query);
  },
});

export const getOrder = controlEndpoint({
  method: 'GET',
  path: '/merchants/{login}/orders/{orderId}',
  tag: 'orders',
  summary:
    'One order in full: state, attempts with the reasons of their ends, refunds, callbacks, requests, and a timeline.',
  summaryInRussian:
    'Заказ целиком: состояние, попытки и причины их исхода, возвраты, уведомления, запросы и хронология.',
  pathFields: orderPath,
  answer: orderAnswer,
  handle: async ({ context, path }) => orderOf(await contextOf(context, path.login), path.orderId),
});
