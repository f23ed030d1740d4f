import type { MerchantContext } from '../../context.ts';
import { Refused } from '../../domain/errors/refused.ts';
import type { Order, ThreeDs } from '../../domain/orders/order.ts';
import {
  applyEvent,
  concludeAttempt,
  lastAttempt,
  refuseUnlessPayable,
  withAttempt,
  withLastAttempt,
} from '../../domain/orders/pay.ts';
import { withPlan } from '../../domain/orders/planned-acts.ts';
import { withMissedSteps } from '../../domain/orders/with-missed-steps.ts';
import { changeOrder } from '../orders/change-order.ts';
import { currentOrder } from '../orders/current-order.ts';
import { authoriseAttempt } from './authorise-attempt.ts';
import { type Decision, decideAttempt } from './decide-attempt.ts';
import { forcedWay, makeAttempt } from './make-attempt.ts';
import type { PaymentRequest } from './payment-request.ts';

/** The payer's next step: the browser check, the issuer's page, or none, because the attempt is over or pending. */
export interface AttemptEnd {
  readonly next: 'browser-check' | 'challenge' | 'finished';
  readonly order: Order;
}

/** Tries to pay an order with a card. @throws Refused if the order is busy, paid or over. */
export const attemptPayment = async (context: MerchantContext, request: PaymentRequest): Promise<AttemptEnd> => {
  const order = await currentOrder(context, request.order);
  if (order.status === 'acs-started') return { next: 'challenge', order };
  if (isSecondCall(order, request.serverTransId)) return describe(await resume(context, order, request.serverTransId));
  refuseUnlessPayable(order, context.clock.now());
  if (order.onlyBindingId !== undefined && order.onlyBindingId !== request.means.bindingId)
    throw new Refused('binding-unsuitable');

  const isSkipped =
    forcedWay(order) !== undefined || request.ownThreeDs !== undefined || context.merchant.sslOnly === true;
  const decision = await decideAttempt(context, order, isSkipped ? { ...request, threeDs: 'skipped' } : request);
  const delayMs = request.isUnattended ? undefined : decision.plan.delayMs;
  const before = delayMs ? await think(context, order, delayMs) : order;
  const changed = await changeOrder(context, before, (latest) => {
    refuseUnlessPayable(latest, context.clock.now());
    return begin(context, latest, request, decision);
  });
  context.log.debug({ orderId: order.id, explanation: decision.explanation }, 'payment attempt');
  return describe(changed);
};

/** Continues the authentication that waits for its second call, without the card. @throws Refused if none waits. */
export const continuePayment = async (context: MerchantContext, read: Order): Promise<AttemptEnd> => {
  const order = await currentOrder(context, read);
  if (order.status === 'acs-started') return { next: 'challenge', order };
  const threeDs = lastAttempt(order)?.threeDs;
  if (order.status !== 'created' || threeDs?.stage !== 'waiting') throw new Refused('wrong-status');
  return describe(await resume(context, order, threeDs.serverTransId));
};

const isSecondCall = (order: Order, serverTransId: string | undefined): boolean => {
  const threeDs = lastAttempt(order)?.threeDs;
  return serverTransId !== undefined && threeDs?.stage === 'waiting' && threeDs.serverTransId === serverTransId;
};

const resume = (context: MerchantContext, order: Order, serverTransId: string | undefined): Promise<Order> =>
  changeOrder(context, order, (latest) => {
    if (!isSecondCall(latest, serverTransId)) throw new Refused('order-busy');
    refuseUnlessPayable(latest, context.clock.now());
    return authenticate(context, latest);
  });

/** Waits as long as the bank thinks; meanwhile the order is busy. */
const think = async (context: MerchantContext, order: Order, delayMs: number): Promise<Order> => {
  const nowMs = context.clock.now();
  const busy = await changeOrder(context, order, (latest) => {
    refuseUnlessPayable(latest, nowMs);
    return { ...latest, busyUntilMs: nowMs + delayMs };
  });
  await context.clock.sleep(delayMs);
  return busy;
};

const begin = (context: MerchantContext, order: Order, request: PaymentRequest, decision: Decision): Order => {
  const next = withAttempt(
    withPayer(withDecision(order, decision), request),
    makeAttempt(context, order, request, decision),
  );
  if (decision.refusedWith !== undefined) {
    return concludeAttempt(next, { actionCode: decision.refusedWith, approvedMinor: 0 }, context.clock.now());
  }
  const waitsForSecondCall = request.makesTwoCalls && lastAttempt(next)?.threeDs?.version === 2;
  return waitsForSecondCall ? next : authenticate(context, next);
};

/** The order with the acts that the scenario plans, and what it asks for in vain. */
export const withDecision = (order: Order, { acts, missed }: Decision): Order =>
  withMissedSteps(acts ? withPlan(order, acts) : order, missed);

/** The order with the payer's data. */
export const withPayer = (order: Order, { payerIp, email, phone, tii }: PaymentRequest): Order => ({
  ...order,
  payerIp,
  ...(email !== undefined && { email }),
  ...(phone !== undefined && { phone }),
  ...(tii !== undefined && { tii }),
});

/** 3-D Secure by its route: the issuer's page, or the authorisation. */
const authenticate = (context: MerchantContext, order: Order): Order => {
  const route = lastAttempt(order)?.plan.route;
  if (route === 'challenge')
    return withThreeDs(applyEvent(order, 'challenge-started'), { stage: 'at-acs', transStatus: 'C' });
  return authoriseAttempt(context, withThreeDs(order, { transStatus: route === 'attempt' ? 'A' : 'Y' }));
};

const withThreeDs = (order: Order, change: Partial<ThreeDs>): Order =>
  withLastAttempt(order, (attempt) => ({
    ...attempt,
    ...(attempt.threeDs && { threeDs: { ...attempt.threeDs, ...change } }),
  }));

const describe = (order: Order): AttemptEnd => {
  const attempt = lastAttempt(order);
  if (order.status === 'acs-started') return { next: 'challenge', order };
  const isOver = attempt?.actionCode !== undefined || order.status === 'pending';
  return { next: isOver ? 'finished' : 'browser-check', order };
};
