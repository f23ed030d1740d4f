import type { Context, MerchantContext } from '../../context.ts';
import type { Merchant } from '../../domain/merchant.ts';
import type { Explanation } from '../../domain/orders/attempt-plan.ts';
import { chooseScenario } from '../../scenario-engine/choice/choose-plan.ts';
import type { PaymentFacts } from '../../scenario-engine/choice/conditions.ts';
import type { Scenario } from '../../scenario-engine/scenario.ts';
import { decidersOf } from './deciders-of.ts';
import { requestedScenario } from './requested-scenario.ts';
import type { CountStep } from './step-counts.ts';

export interface DeciderQuery {
  readonly merchant: Merchant;
  readonly facts: PaymentFacts;
  /** Names that the call or order asks for; the first one counts most. */
  readonly requested: readonly (string | undefined)[];
}

export interface StepQuery extends DeciderQuery {
  /** Counts the steps with a number of times. */
  readonly count: CountStep;
}

type StepPart = 'gateway' | 'callbacks';

interface FoundStep<Step> {
  readonly step: Step;
  /** Its index in the scenario. */
  readonly index: number;
  readonly scenario: string;
  readonly explanation: readonly Explanation[];
}

/**
 * The next step of the scenario that decides: the order's, else the merchant's, else the first file that holds and has such
 * steps. It is the first step that fits and has times left.
 */
export const nextStep = async <Part extends StepPart>(
  context: Context,
  part: Part,
  { count, ...query }: StepQuery,
  isAbout: (step: Scenario[Part][number]) => boolean,
): Promise<FoundStep<Scenario[Part][number]> | undefined> => {
  const { scenario, explanation } = await deciderOf(context, part, query);
  for (const [index, step] of scenario?.[part].entries() ?? []) {
    if (!scenario || !isAbout(step)) continue;
    if (step.times === undefined || (await count(scenario.name, index)) <= step.times)
      return { step, index, scenario: scenario.name, explanation };
  }
  return undefined;
};

/** All such steps of the scenario that decides, without counting. */
export const stepsOf = async <Part extends StepPart>(
  context: Context,
  part: Part,
  query: DeciderQuery,
): Promise<{ readonly scenario: string; readonly steps: readonly Scenario[Part][number][] }> => {
  const { scenario } = await deciderOf(context, part, query);
  return { scenario: scenario?.name ?? '', steps: scenario?.[part] ?? [] };
};

/** Whether a scenario could decide about a part; for most payments none can, and nothing has to be looked up. */
export const mayHaveSteps = (
  { merchant, knownScenarios }: MerchantContext,
  part: StepPart,
  { requested }: Pick<DeciderQuery, 'requested'>,
): boolean => {
  const known = knownScenarios();
  const isAsked = requested.some((name) => name !== undefined);
  const isSet = (merchant.scenario ?? merchant.ownScenario) !== undefined;
  return isAsked || isSet || !known || known.heldParts.has(part);
};

const deciderOf = async (context: Context, part: StepPart, { merchant, facts, requested }: DeciderQuery) => {
  const deciders = await decidersOf(context, merchant, requested);
  const counts = requestedScenario(requested, deciders.scenarios, part);
  return chooseScenario(facts, { ...deciders, requested: counts }, part);
};
