import type { Scenario, ScenarioPart } from '../../scenario-engine/scenario.ts';

/**
 * The name that counts for a part other than the attempts: the first one whose scenario has such steps, else the first.
 * A payment call that asks for a decline thus leaves the callbacks to the order's own scenario.
 */
export const requestedScenario = (
  names: readonly (string | undefined)[],
  scenarios: readonly Scenario[],
  part: Exclude<ScenarioPart, 'attempts'>,
): string | undefined => {
  const asked = names.filter((name) => name !== undefined);
  const hasSteps = (name: string): boolean => scenarios.some((one) => one.name === name && one[part].length > 0);
  return asked.length > 1 ? (asked.find(hasSteps) ?? asked[0]) : asked[0];
};
