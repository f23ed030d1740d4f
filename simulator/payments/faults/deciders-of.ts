import type { Context } from '../../context.ts';
import type { Merchant } from '../../domain/merchant.ts';
import type { Deciders } from '../../scenario-engine/choice/choose-plan.ts';
import { merchantScenario } from '../../scenario-engine/choice/merchant-scenario.ts';

/** The deciders of a merchant's payments. `named`: the scenarios that call or order ask for. */
export const decidersOf = async (
  { scenariosWith }: Pick<Context, 'scenariosWith'>,
  merchant: Merchant,
  named: readonly (string | undefined)[],
): Promise<Omit<Deciders, 'requested'>> => {
  const scenarios = await scenariosWith(...named, merchant.scenario);
  return {
    scenarios,
    merchantScenario: await merchantScenario(merchant, scenarios),
    merchantAsksFor: merchant.scenario,
  };
};
