import type { Order } from '../../domain/order.ts';
import type { PaymentFacts } from '../../scenario-engine/choice/conditions.ts';

/** What a scenario may look at of an order as it stands. */
export const orderFacts = (order: Order): PaymentFacts => ({
  ...order,
  attempt: Math.max(order.attempts.length, 1),
  pan: order.attempts.at(-1)?.card?.maskedPan ?? '',
});
