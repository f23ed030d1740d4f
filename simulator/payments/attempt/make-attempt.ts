import { bankOf } from '../../banks/bank-of.ts';
import { threeDsVersionOf } from '../../banks/three-ds-version.ts';
import type { MerchantContext } from '../../context.ts';
import type { Attempt, Order, ThreeDs } from '../../domain/orders/order.ts';
import type { Decision } from './decide-attempt.ts';
import type { PaymentRequest } from './payment-request.ts';

/** FORCE_PAYMENT_WAY with `jsonParams.paymentWay`. Source: BPC REST documentation names CARD_MOTO; CARD_PRESENT is a guess. */
export const forcedWay = ({ features, params }: Order): string | undefined =>
  features.includes('FORCE_PAYMENT_WAY') ? params['paymentWay'] : undefined;

const atOnce = ({ pendingMs: _, ...plan }: Attempt['plan']): Attempt['plan'] => plan;

export const makeAttempt = (
  context: MerchantContext,
  order: Order,
  request: PaymentRequest,
  decision: Decision,
): Attempt => {
  const nowMs = context.clock.now();
  const { explanation } = decision;
  const plan = request.isUnattended ? atOnce(decision.plan) : decision.plan;
  const { card, plan: cardPlan, bindingId } = request.means;
  const savesCard =
    bindingId === undefined &&
    order.clientId !== undefined &&
    (request.savesCard || order.features.includes('FORCE_CREATE_BINDING'));
  const threeDs: ThreeDs | undefined =
    plan.route === 'none'
      ? undefined
      : {
          route: plan.route,
          version: threeDsVersionOf(bankOf(context, order), order),
          serverTransId: context.ids.uuid(nowMs),
          stage: 'waiting',
          wrongCodes: 0,
          ...(request.finishUrl !== undefined && { finishUrl: request.finishUrl }),
          ...(request.notificationUrl !== undefined && { notificationUrl: request.notificationUrl }),
        };
  return {
    number: 0,
    startedAtMs: nowMs,
    ...(card && { card }),
    paymentWay: forcedWay(order) ?? request.paymentWay,
    plan,
    explanation,
    ...(threeDs && { threeDs }),
    ...(savesCard && { savesCard: cardPlan }),
    ...(bindingId !== undefined && { bindingId }),
    ...(decision.askedFor !== undefined && { askedFor: decision.askedFor }),
    ...(decision.askedResult && { askedResult: decision.askedResult }),
    ...(request.ownThreeDs && { ownThreeDs: request.ownThreeDs }),
  };
};
