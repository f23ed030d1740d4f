import type { Order } from '../../domain/orders/order.ts';
import type { PaymentFacts } from '../../scenario-engine/choice/conditions.ts';

/** The facts of an order for a scenario's conditions. */
export const orderFacts = (order: Order): PaymentFacts => ({
  ...order,
  attempt: Math.max(order.attempts.length, 1),
  pan: order.attempts.at(-1)?.card?.maskedPan ?? '',
});
