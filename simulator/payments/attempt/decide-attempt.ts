import type { MerchantContext } from '../../context.ts';
import type { AttemptPlan, Explanation } from '../../domain/attempt-plan.ts';
import type { PlannedAct } from '../../domain/bank-act.ts';
import type { Attempt, Order } from '../../domain/order.ts';
import { concluded } from '../../domain/pay.ts';
import { chooseRoute } from '../../issuer/authenticate.ts';
import { explainCard, leavesResult } from '../../issuer/plan-for-card.ts';
import { choosePlan } from '../../scenario-engine/choice/choose-plan.ts';
import { merchantScenario } from '../../scenario-engine/choice/merchant-scenario.ts';
import { requestedScenario } from '../faults/requested-scenario.ts';
import { planActs } from '../orders/plan-acts.ts';
import { refuseUnknownOutcome } from '../orders/refuse-unknown-outcome.ts';
import type { PaymentRequest } from './payment-request.ts';

/** The plan of an attempt, and the reasons for it. `refusedWith`: the code it fails with before any authorisation. */
export interface Decision {
  readonly plan: Attempt['plan'];
  readonly explanation: readonly Explanation[];
  readonly refusedWith?: number;
  /** The scenario or outcome of the payment call. */
  readonly askedFor?: string;
  readonly acts?: readonly PlannedAct[];
}

/** Asks in this order: the call or order, the merchant's scenario, the scenario files, the card; otherwise it is approved. */
export const decideAttempt = async (
  context: MerchantContext,
  order: Order,
  { means, requestedOutcome, threeDs }: PaymentRequest,
): Promise<Decision> => {
  if (means.refusedWith !== undefined) {
    const { plan, because } = means.plan;
    return { plan, explanation: [{ decider: 'wallet', decided: true, because }], refusedWith: means.refusedWith };
  }
  const { merchant } = context;
  const ofOrder = order.params['scenario'];
  const requested = requestedOutcome ?? ofOrder;
  const scenarios = await context.scenariosWith(requested, ofOrder, merchant.scenario);
  const ofMerchant = await merchantScenario(merchant, scenarios);
  if (requested !== undefined) await refuseUnknownOutcome(context, requested);
  if (!ofMerchant && merchant.scenario !== undefined) warnOfLostScenario(context, order);
  const facts = { ...order, attempt: concluded(order) + 1, pan: means.number };
  const deciders = { scenarios, requested, merchantScenario: ofMerchant, merchantAsksFor: merchant.scenario };
  const choice = choosePlan(facts, deciders);
  const requestedLater = requestedScenario([requestedOutcome, ofOrder], scenarios, 'later');
  const acts = planActs(facts, { ...deciders, requested: requestedLater }).filter(
    ({ since }) => since !== 'registered',
  );
  const cardPlan = means.plan;
  const explanation = [...choice.explanation, ...explainCard(cardPlan, choice.plan)];
  const plan = choice.plan ? joinPlans(choice.plan, cardPlan.plan) : cardPlan.plan;
  const { route, actionCode, because } = chooseRoute(plan, order.features, threeDs);
  return {
    plan: { ...plan, route },
    explanation: because ? [...explanation, { decider: 'order features', decided: true, because }] : explanation,
    ...(actionCode !== undefined && { refusedWith: actionCode }),
    ...(requestedOutcome !== undefined && { askedFor: requestedOutcome }),
    acts,
  };
};

/** A scenario that was set for the merchant may go later, with its file. */
const warnOfLostScenario = ({ log, merchant }: MerchantContext, { id }: Order): void =>
  log.warn(
    { orderId: id, merchant: merchant.login, scenario: merchant.scenario },
    'the scenario of the merchant no longer exists, so it decides nothing',
  );

/** A scenario's plan, completed by the card's: a scenario with neither route nor result leaves both to the card. */
const joinPlans = (said: AttemptPlan, own: Attempt['plan']): Attempt['plan'] => {
  if (leavesResult(said)) return { ...own, ...said, route: own.route };
  return {
    ...said,
    route: said.route ?? own.route,
    ...(said.route === undefined && own.challengeEnd && { challengeEnd: own.challengeEnd }),
    verdict: said.verdict ?? { kind: 'approve' },
  };
};
