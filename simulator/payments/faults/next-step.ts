import type { Context } from '../../context.ts';
import type { Explanation } from '../../domain/attempt-plan.ts';
import type { Merchant } from '../../domain/merchant.ts';
import { chooseScenario } from '../../scenario-engine/choice/choose-plan.ts';
import type { PaymentFacts } from '../../scenario-engine/choice/conditions.ts';
import { merchantScenario } from '../../scenario-engine/choice/merchant-scenario.ts';
import type { Scenario } from '../../scenario-engine/scenario.ts';
import { requestedScenario } from './requested-scenario.ts';
import type { CountStep } from './step-counts.ts';

export interface StepQuery {
  readonly merchant: Merchant;
  readonly facts: PaymentFacts;
  /** Names that the call or order asks for; the first one counts most. */
  readonly requested: readonly (string | undefined)[];
  /** Counts the steps with a number of times. */
  readonly count: CountStep;
}

interface FoundStep<Step> {
  readonly step: Step;
  readonly scenario: string;
  readonly explanation: readonly Explanation[];
}

/**
 * The next step of the scenario that decides: the order's, else the merchant's, else the first file that holds and has such
 * steps. It is the first step that fits and has times left.
 */
export const nextStep = async <Part extends 'gateway' | 'callbacks'>(
  { scenarios }: Context,
  part: Part,
  { merchant, facts, requested, count }: StepQuery,
  isAbout: (step: Scenario[Part][number]) => boolean,
): Promise<FoundStep<Scenario[Part][number]> | undefined> => {
  const all = await scenarios();
  const deciders = {
    requested: requestedScenario(requested, all, part),
    merchantScenario: await merchantScenario(merchant, all),
    scenarios: all,
  };
  const { scenario, explanation } = chooseScenario(facts, deciders, part);
  for (const [index, step] of scenario?.[part].entries() ?? []) {
    if (!scenario || !isAbout(step)) continue;
    if (step.times === undefined || (await count(scenario.name, index)) <= step.times)
      return { step, scenario: scenario.name, explanation };
  }
  return undefined;
};
