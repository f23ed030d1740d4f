import type { MerchantContext } from '../../context.ts';
import { Refused } from '../../domain/errors/refused.ts';
import type { Order } from '../../domain/orders/order.ts';
import { concludePayOut, lastAttempt, refuseUnlessPayable, withAttempt } from '../../domain/orders/pay.ts';
import { authorise } from '../../issuer/authorise.ts';
import { changeOrder } from '../orders/change-order.ts';
import { currentOrder } from '../orders/current-order.ts';
import { withDecision, withPayer } from './attempt-payment.ts';
import { decideAttempt } from './decide-attempt.ts';
import { makeAttempt } from './make-attempt.ts';
import type { PaymentRequest } from './payment-request.ts';

/** Sends money to a card without an earlier payment. Scenarios and card numbers decide as for a payment. */
export const payOut = async (context: MerchantContext, asked: PaymentRequest): Promise<Order> => {
  const order = await currentOrder(context, asked.order);
  const request: PaymentRequest = { ...asked, threeDs: 'skipped' };
  const decision = await decideAttempt(context, order, request);
  const changed = await changeOrder(context, order, (latest) => {
    const nowMs = context.clock.now();
    refuseUnlessPayable(latest, nowMs);
    const tried = withAttempt(
      withPayer(withDecision(latest, decision), request),
      makeAttempt(context, latest, request, decision),
    );
    const attempt = lastAttempt(tried);
    if (!attempt) throw new Refused('wrong-status');
    return concludePayOut(tried, authorise(tried, attempt, nowMs), nowMs);
  });
  context.log.debug({ orderId: order.id, explanation: decision.explanation }, 'pay-out');
  return changed;
};
