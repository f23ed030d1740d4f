import type { MerchantContext } from '../../../context.ts';
import { ScenarioError } from '../../../domain/errors/scenario-error.ts';
import type { Scenario } from '../../../scenario-engine/scenario.ts';

/** Every scenario that can be asked for; none as long as the files have never been right. */
export const knownScenarios = async ({ allScenarios }: MerchantContext): Promise<readonly Scenario[]> => {
  try {
    return await allScenarios();
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    return [];
  }
};
