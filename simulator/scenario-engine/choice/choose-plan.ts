import { maskPan } from '../../domain/card.ts';
import type { AttemptPlan, Explanation } from '../../domain/orders/attempt-plan.ts';
import { planForAttempt, type Scenario, type ScenarioPart } from '../scenario.ts';
import { checkConditions, type PaymentFacts } from './conditions.ts';
import { outcomeNames, plainOutcome } from './outcomes.ts';
import { meantName } from './unknown-name.ts';

/** The deciders of a payment, besides its card. */
export interface Deciders {
  /** The order's request: the name of a scenario or outcome, or an action code by name or number. */
  readonly requested?: string | undefined;
  /** The merchant's scenario; its conditions are not checked. */
  readonly merchantScenario?: Scenario | undefined;
  /** The name that was set for the merchant, perhaps of a scenario that no longer exists. */
  readonly merchantAsksFor?: string | undefined;
  /** The scenario files, sorted by name. */
  readonly scenarios: readonly Scenario[];
}

export interface Choice {
  /** Absent if none of them decided. */
  readonly plan?: AttemptPlan;
  readonly scenario?: string;
  /** The number of attempts that the scenario describes. */
  readonly attempts?: number;
  readonly explanation: readonly Explanation[];
}

/** Asks the order, then the merchant, then the scenario files; the first with a plan decides, and the explanation lists the others. */
export const choosePlan = (facts: PaymentFacts, deciders: Deciders): Choice => {
  const outcome = plainOutcomeOf(facts, deciders);
  if (outcome) return outcome;
  const { scenario, explanation } = askAll(facts, deciders, 'attempts', (one) => {
    const planned = planForAttempt(one, facts.attempt);
    return planned && `on attempt ${facts.attempt} the bank ${planned.sentence}`;
  });
  const plan = scenario && planForAttempt(scenario, facts.attempt)?.plan;
  return {
    ...(plan && { plan }),
    ...(scenario && { scenario: scenario.name, attempts: scenario.attempts.length }),
    explanation,
  };
};

/** The scenario that decides about a part. */
interface PartChoice {
  readonly scenario?: Scenario;
  readonly explanation: readonly Explanation[];
}

/** Chooses the scenario that decides about a part other than the attempts, in the same way. */
export const chooseScenario = (
  facts: PaymentFacts,
  deciders: Deciders,
  part: Exclude<ScenarioPart, 'attempts'>,
): PartChoice =>
  mayDecide(deciders, part)
    ? askAll(facts, deciders, part, (scenario) =>
        scenario[part].length > 0 ? scenario[part].map(({ sentence }) => sentence).join('; ') : undefined,
      )
    : noChoice;

const noChoice: PartChoice = Object.freeze({ explanation: [] });

/** Whether a scenario could decide about a part; for most payments none can. */
const mayDecide = ({ requested, merchantScenario, scenarios }: Deciders, part: ScenarioPart): boolean =>
  requested !== undefined ||
  merchantScenario !== undefined ||
  scenarios.some((scenario) => scenario.when !== undefined && scenario[part].length > 0);

/** A scenario's part as a sentence; undefined if it has none. */
type SentenceOf = (scenario: Scenario) => string | undefined;

interface Candidate {
  readonly decider: string;
  readonly scenario?: Scenario;
  /** Why it is asked or not. */
  readonly because: string;
}

const askAll = (facts: PaymentFacts, deciders: Deciders, part: ScenarioPart, sentenceOf: SentenceOf): PartChoice => {
  const explanation: Explanation[] = [];
  for (const { decider, scenario, because } of candidates(facts, deciders)) {
    const sentence = scenario && sentenceOf(scenario);
    if (scenario && sentence !== undefined) {
      explanation.push({ decider, decided: true, because: `${because}: ${sentence}` });
      return { scenario, explanation: withoutCardNumber(explanation, facts.pan) };
    }
    explanation.push({
      decider,
      decided: false,
      because: scenario ? `${because}, but has no steps for ${part}` : because,
    });
  }
  return { explanation: withoutCardNumber(explanation, facts.pan) };
};

const candidates = function* (
  facts: PaymentFacts,
  { requested, merchantScenario, merchantAsksFor, scenarios }: Deciders,
): Generator<Candidate> {
  yield orderCandidate(requested, scenarios);
  const decider = `merchant ${facts.merchant}`;
  const name = merchantScenario?.name ?? merchantAsksFor;
  if (name === undefined) yield { decider, because: 'has no scenario set' };
  else if (merchantScenario) yield { decider, scenario: merchantScenario, because: `has scenario ${name} set` };
  else yield { decider, because: `has scenario ${name} set, but nothing is called so` };
  for (const scenario of scenarios) {
    if (!scenario.when) continue;
    const { holds, because } = checkConditions(scenario.when, facts);
    yield { decider: `scenario ${scenario.name}`, because, ...(holds && { scenario }) };
  }
};

const orderCandidate = (requested: string | undefined, scenarios: readonly Scenario[]): Candidate => {
  const decider = 'order';
  if (requested === undefined) return { decider, because: 'asks for no scenario' };
  const scenario = scenarios.find(({ name }) => name === requested);
  if (scenario) return { decider, scenario, because: `asks for scenario ${requested}` };
  if (plainOutcome(requested)) return { decider, because: `asks for ${requested}, which is no scenario` };
  return { decider, because: `asks for ${requested}, but nothing is called so${hint(requested, scenarios)}` };
};

/** The outcome or action code that the order asks for, unless a scenario has this name. */
const plainOutcomeOf = (facts: PaymentFacts, { requested, scenarios }: Deciders): Choice | undefined => {
  if (requested === undefined || scenarios.some(({ name }) => name === requested)) return undefined;
  const outcome = plainOutcome(requested);
  if (!outcome) return undefined;
  const because = `asks for ${requested}: the bank ${outcome.sentence}`;
  const explanation = [{ decider: 'order', decided: true, because }];
  return { plan: outcome.plan, explanation: withoutCardNumber(explanation, facts.pan) };
};

const hint = (requested: string, scenarios: readonly Scenario[]): string => {
  const meant = meantName(requested, outcomeNames(scenarios));
  return meant ? `; did you mean ${meant}?` : '';
};

/** An order number or a description can repeat the card number. */
const withoutCardNumber = (explanation: readonly Explanation[], pan: string): readonly Explanation[] => {
  if (pan === '') return explanation;
  const masked = (text: string): string => text.replaceAll(pan, maskPan(pan));
  return explanation.map((line) => ({ ...line, decider: masked(line.decider), because: masked(line.because) }));
};
