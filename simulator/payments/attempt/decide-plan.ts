import type { AttemptPlan, CardPlan, Explanation } from '../../domain/orders/attempt-plan.ts';
import type { Attempt } from '../../domain/orders/order.ts';
import { chooseRoute } from '../../issuer/authenticate.ts';
import { explainCard, leavesResult } from '../../issuer/plan-for-card.ts';
import { type Choice, choosePlan, type Deciders } from '../../scenario-engine/choice/choose-plan.ts';
import type { PaymentFacts } from '../../scenario-engine/choice/conditions.ts';

/** The demands of an order and of a way to pay on 3-D Secure. */
export interface ThreeDsDemands {
  /** Features of the order. */
  readonly features: readonly string[];
  readonly threeDs?: 'skipped' | 'demanded' | undefined;
}

/** The plan of an attempt with its reasons. `refusedWith`: the code it fails with before any authorisation. */
export interface DecidedPlan {
  readonly choice: Choice;
  readonly plan: Attempt['plan'];
  readonly explanation: readonly Explanation[];
  readonly refusedWith?: number;
  /** Why the route is not the one of the plan. */
  readonly routeBecause?: string;
}

/** Asks in this order: the call or order, the merchant's scenario, the scenario files, the card; otherwise it is approved. */
export const decidePlan = (
  facts: PaymentFacts,
  deciders: Deciders,
  card: CardPlan,
  { features, threeDs }: ThreeDsDemands,
): DecidedPlan => {
  const choice = choosePlan(facts, deciders);
  const plan = choice.plan ? joinPlans(choice.plan, card.plan) : card.plan;
  const { route, actionCode, because } = chooseRoute(plan, features, threeDs);
  const explanation = [...choice.explanation, ...explainCard(card, choice.plan)];
  return {
    choice,
    plan: { ...plan, route },
    explanation: because ? [...explanation, { decider: 'order features', decided: true, because }] : explanation,
    ...(actionCode !== undefined && { refusedWith: actionCode }),
    ...(because !== undefined && { routeBecause: because }),
  };
};

/** A scenario's plan, completed by the card's: a scenario with neither route nor result leaves both to the card. */
export const joinPlans = (said: AttemptPlan, own: Attempt['plan']): Attempt['plan'] => {
  if (leavesResult(said)) return { ...own, ...said, route: own.route };
  return {
    ...said,
    route: said.route ?? own.route,
    ...(said.route === undefined && own.challengeEnd && { challengeEnd: own.challengeEnd }),
    verdict: said.verdict ?? { kind: 'approve' },
  };
};
