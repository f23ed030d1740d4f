import type { Merchant } from '../../domain/merchant.ts';
import { openScenarioFiles } from '../definition/scenario-files.ts';
import { withUnits } from '../definition/times-with-units.ts';
import type { Scenario } from '../scenario.ts';

/** The scenario of a merchant's payments: its own, else the one that it names. */
export const merchantScenario = async (
  merchant: Merchant | undefined,
  scenarios: readonly Scenario[],
): Promise<Scenario | undefined> => {
  if (!merchant || (merchant.ownScenario === undefined && merchant.scenario === undefined)) return undefined;
  if (merchant.ownScenario === undefined) return scenarios.find(({ name }) => name === merchant.scenario);
  const { parseScenario } = await openScenarioFiles();
  return parseScenario('own', withUnits(merchant.ownScenario));
};
