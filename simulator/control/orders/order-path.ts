import { z } from 'zod';
import type { MerchantContext } from '../../context.ts';
import { inspectOrder, type OrderView } from '../../inspection/show-order.ts';
import { loginField } from '../merchants/merchant-schemas.ts';
import { Problem } from '../problem.ts';

export const orderPath = loginField.extend({ orderId: z.string().min(1).describe('`orderId` of register.do.') });

/** All about an order of the merchant of this context. @throws Problem where it has no such order. */
export const orderOf = async (own: MerchantContext, orderId: string): Promise<OrderView> => {
  const order = await inspectOrder(own, orderId);
  if (!order)
    throw new Problem('not-found', `${own.merchant.login} has no order with the id ${orderId}`, { field: 'orderId' });
  return order;
};
