import { findOrderById } from '../../inspection/find-order.ts';
import { orderFilter, orderList } from '../../inspection/order-schemas.ts';
import { listOrders as list } from '../../inspection/orders.ts';
import { controlEndpoint } from '../control-endpoint.ts';
import { loginField } from '../merchants/merchant-schemas.ts';
import { contextOf } from '../merchants/show-merchant.ts';
import { Problem } from '../problem.ts';

export const listOrders = controlEndpoint({
  method: 'GET',
  path: '/merchants/{login}/orders',
  tag: 'orders',
  summary: 'The orders of a merchant, newest first.',
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
