import type { Context, MerchantContext } from '../../context.ts';
import type { Explanation } from '../../domain/attempt-plan.ts';
import type { Merchant } from '../../domain/merchant.ts';
import { chooseScenario } from '../../scenario-engine/choice/choose-plan.ts';
import type { PaymentFacts } from '../../scenario-engine/choice/conditions.ts';
import { merchantScenario } from '../../scenario-engine/choice/merchant-scenario.ts';
import type { Scenario } from '../../scenario-engine/scenario.ts';
import { requestedScenario } from './requested-scenario.ts';

/** The beginning of the keys under which the store counts the steps of a scenario. */
export const countPrefix = (scenario: string): string => `${scenario} `;

export interface StepQuery {
  readonly merchant: Merchant;
  readonly facts: PaymentFacts;
  /** Names that the call or order asks for; the first one counts most. */
  readonly requested: readonly (string | undefined)[];
  /** The order or the callback for which the steps are counted. */
  readonly subject: string;
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
 * steps. It is the first step that fits and has times left; the store counts them.
 */
export const nextStep = async <Part extends StepPart>(
  context: Context,
  part: Part,
  query: StepQuery,
  isAbout: (step: Scenario[Part][number]) => boolean,
): Promise<FoundStep<Scenario[Part][number]> | undefined> => {
  const { store } = context;
  const { merchant, subject } = query;
  const { scenario, explanation } = await deciderOf(context, part, query);
  for (const [index, step] of scenario?.[part].entries() ?? []) {
    if (!scenario || !isAbout(step)) continue;
    const key = `${countPrefix(scenario.name)}${subject} ${index}`;
    if (step.times === undefined || (await store.counters.next(merchant.login, key)) <= step.times)
      return { step, index, scenario: scenario.name, explanation };
  }
  return undefined;
};

/** The first such step that fits, without counting: for a call or callback that does not happen. */
export const stepAbout = async <Part extends StepPart>(
  context: Context,
  part: Part,
  query: StepQuery,
  isAbout: (step: Scenario[Part][number]) => boolean,
): Promise<FoundStep<Scenario[Part][number]> | undefined> => {
  const { scenario, explanation } = await deciderOf(context, part, query);
  const index = scenario?.[part].findIndex(isAbout) ?? -1;
  const step = scenario?.[part][index];
  return scenario && step && { step, index, scenario: scenario.name, explanation };
};

/** All such steps of the scenario that decides. */
export const stepsOf = async <Part extends StepPart>(
  context: Context,
  part: Part,
  query: StepQuery,
): Promise<{ readonly scenario: string; readonly steps: readonly Scenario[Part][number][] }> => {
  const { scenario } = await deciderOf(context, part, query);
  return { scenario: scenario?.name ?? '', steps: scenario?.[part] ?? [] };
};

/** Whether a scenario could decide about a part; for most payments none can, and nothing has to be looked up. */
export const mayHaveSteps = (
  { merchant, knownScenarios }: MerchantContext,
  part: StepPart,
  { requested }: Pick<StepQuery, 'requested'>,
): boolean => {
  const known = knownScenarios();
  const isAsked = requested.some((name) => name !== undefined);
  const isSet = (merchant.scenario ?? merchant.ownScenario) !== undefined;
  return isAsked || isSet || !known || known.heldParts.has(part);
};

const deciderOf = async ({ scenarios }: Context, part: StepPart, { merchant, facts, requested }: StepQuery) => {
  const all = await scenarios();
  const deciders = {
    requested: requestedScenario(requested, all, part),
    merchantScenario: await merchantScenario(merchant, all),
    scenarios: all,
  };
  return chooseScenario(facts, deciders, part);
};
