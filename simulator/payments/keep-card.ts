import type { Context } from '../context.ts';
import type { Order } from '../domain/order.ts';
import { lastAttempt } from '../domain/pay.ts';

/** After a payment that went well, the card is stored for the client if that was asked for. */
export const keepCard = (context: Context, order: Order): Order => {
  const attempt = lastAttempt(order);
  if (attempt?.actionCode !== 0 || !attempt.savesCard) return order;
  return { ...order, bindingId: context.ids.uuid(context.clock.now()) };
};
