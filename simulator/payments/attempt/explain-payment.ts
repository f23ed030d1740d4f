import type { Explanation } from '../../domain/orders/attempt-plan.ts';
import { evergreenExpiry, planForCard } from '../../issuer/plan-for-card.ts';
import { chooseScenario, type Deciders } from '../../scenario-engine/choice/choose-plan.ts';
import type { PaymentFacts } from '../../scenario-engine/choice/conditions.ts';
import { type ScenarioPart, scenarioParts } from '../../scenario-engine/scenario.ts';
import { type DecidedPlan, decidePlan } from './decide-plan.ts';

/** A payment of which nothing is said. The card is a published one, without 3-D Secure. */
export const plainPayment = { amountMinor: 1_500_000, orderNumber: '1', pan: '4444555511113333' } as const;

/** The scenario that decides about a part besides the attempts; absent if none does. */
export interface ExplainedPart {
  readonly part: Exclude<ScenarioPart, 'attempts'>;
  readonly scenario?: string;
  readonly explanation: readonly Explanation[];
}

/** What a payment would meet that nobody has made yet. */
export interface ExplainedPayment extends DecidedPlan {
  readonly parts: readonly ExplainedPart[];
  /** Scenarios with conditions that were not asked, because another one decided. */
  readonly unasked: readonly string[];
  /** The number of scenarios without conditions: they apply only if an order or a merchant asks for them. */
  readonly byNameOnly: number;
}

/** Explains a payment before it is made, with the reasons that its attempt would keep. */
export const explainPayment = (
  facts: PaymentFacts,
  deciders: Deciders,
  features: readonly string[] = [],
): ExplainedPayment => {
  const { scenarios } = deciders;
  const card = planForCard({ pan: facts.pan, expiry: evergreenExpiry, cvc: '', holder: '' });
  const decided = decidePlan(facts, deciders, card, { features });
  const asked = new Set(decided.explanation.map(({ decider }) => decider));
  return {
    ...decided,
    parts: scenarioParts.flatMap((part) => (part === 'attempts' ? [] : [explainPart(facts, deciders, part)])),
    unasked: scenarios.flatMap(({ name, when }) => (when && !asked.has(`scenario ${name}`) ? [name] : [])),
    byNameOnly: scenarios.filter(({ when }) => !when).length,
  };
};

const explainPart = (facts: PaymentFacts, deciders: Deciders, part: ExplainedPart['part']): ExplainedPart => {
  const { scenario, explanation } = chooseScenario(facts, deciders, part);
  return { part, ...(scenario && { scenario: scenario.name }), explanation };
};
