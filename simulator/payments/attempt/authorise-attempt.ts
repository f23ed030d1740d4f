import type { MerchantContext } from '../../context.ts';
import { Refused } from '../../domain/errors/refused.ts';
import type { Order } from '../../domain/orders/order.ts';
import { concludeAttempt, lastAttempt, leavePending } from '../../domain/orders/pay.ts';
import { authorise } from '../../issuer/authorise.ts';
import { keepCard } from '../cards/keep-card.ts';

/** Asks the issuer for the money; the order is pending if the issuer leaves its answer open. */
export const authoriseAttempt = (context: MerchantContext, order: Order): Order => {
  const nowMs = context.clock.now();
  const pendingMs = lastAttempt(order)?.plan.pendingMs;
  return pendingMs === undefined ? settleAttempt(context, order, nowMs) : leavePending(order, nowMs + pendingMs);
};

/** The order after the issuer's answer. */
export const settleAttempt = (context: MerchantContext, order: Order, nowMs: number): Order => {
  const attempt = lastAttempt(order);
  if (!attempt) throw new Refused('wrong-status');
  return keepCard(context, concludeAttempt(order, authorise(order, attempt, nowMs), nowMs));
};
