import type { AttemptPlan, Explanation } from '../domain/attempt-plan.ts';
import { maskPan } from '../domain/card.ts';
import { nearest } from '../domain/nearest.ts';
import { checkConditions, type PaymentFacts } from './conditions.ts';
import { outcomeNames, plainOutcome } from './outcomes.ts';
import { planForAttempt, type Scenario } from './scenario.ts';

/** Who may decide what happens to a payment, besides its card. */
export interface Deciders {
  /** What the order asks for: a scenario's name, a word, or an action code by name or number. */
  readonly requested?: string | undefined;
  /** The scenario that was set for the merchant; its conditions are not looked at. */
  readonly merchantScenario?: Scenario | undefined;
  /** The scenario files, sorted by name. */
  readonly scenarios: readonly Scenario[];
}

export interface Choice {
  /** Absent when nobody spoke. */
  readonly plan?: AttemptPlan;
  /** Name of the scenario that decided. */
  readonly scenario?: string;
  readonly explanation: readonly Explanation[];
}

/** Asks the order, then the merchant, then the scenario files; the first that speaks wins, and every "no" on the way is kept. */
export const choosePlan = (facts: PaymentFacts, deciders: Deciders): Choice => {
  const explanation: Explanation[] = [];
  for (const ask of [askOrder, askMerchant, askFiles]) {
    const choice = ask(facts, deciders);
    explanation.push(...choice.explanation);
    if (choice.plan) return { ...choice, explanation: withoutCardNumber(explanation, facts.pan) };
  }
  return { explanation: withoutCardNumber(explanation, facts.pan) };
};

type Ask = (facts: PaymentFacts, deciders: Deciders) => Choice;

const askOrder: Ask = (facts, { requested, scenarios }) => {
  if (requested === undefined) return no('order', 'asks for no scenario');
  const scenario = scenarios.find(({ name }) => name === requested);
  if (scenario) return yes('order', `asks for scenario ${requested}`, scenario, facts.attempt);
  const outcome = plainOutcome(requested);
  if (!outcome) return no('order', `asks for ${requested}, but nothing is called so${hint(requested, scenarios)}`);
  const because = `asks for ${requested}: the bank ${outcome.sentence}`;
  return { plan: outcome.plan, explanation: [{ decider: 'order', decided: true, because }] };
};

const hint = (requested: string, scenarios: readonly Scenario[]): string => {
  const meant = nearest(requested, outcomeNames(scenarios));
  return meant ? `; did you mean ${meant}?` : '';
};

const askMerchant: Ask = (facts, { merchantScenario }) => {
  const decider = `merchant ${facts.merchant}`;
  if (!merchantScenario) return no(decider, 'has no scenario set');
  return yes(decider, `has scenario ${merchantScenario.name} set`, merchantScenario, facts.attempt);
};

const askFiles: Ask = (facts, { scenarios }) => {
  const explanation: Explanation[] = [];
  for (const scenario of scenarios) {
    if (!scenario.when) continue;
    const decider = `scenario ${scenario.name}`;
    const { holds, because } = checkConditions(scenario.when, facts);
    const choice = holds ? yes(decider, because, scenario, facts.attempt) : no(decider, because);
    explanation.push(...choice.explanation);
    if (holds) return { ...choice, explanation };
  }
  return { explanation };
};

const yes = (decider: string, because: string, scenario: Scenario, attempt: number): Choice => {
  const { plan, sentence } = planForAttempt(scenario, attempt);
  const told = `${because}: on attempt ${attempt} the bank ${sentence}`;
  return { plan, scenario: scenario.name, explanation: [{ decider, decided: true, because: told }] };
};

const no = (decider: string, because: string): Choice => ({ explanation: [{ decider, decided: false, because }] });

/** An order number or a description could repeat the card number. */
const withoutCardNumber = (explanation: readonly Explanation[], pan: string): readonly Explanation[] => {
  if (pan === '') return explanation;
  const masked = (text: string): string => text.replaceAll(pan, maskPan(pan));
  return explanation.map((line) => ({ ...line, decider: masked(line.decider), because: masked(line.because) }));
};
