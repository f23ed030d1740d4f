import type { Scenario, ScenarioPart } from '../../scenario-engine/scenario.ts';

/**
 * What an order asks for where a part other than its attempts is decided: the first of these names whose scenario speaks of
 * it, else simply the first name. A payment call that asks for a decline leaves the order's own word on callbacks alone.
 */
export const requestedScenario = (
  names: readonly (string | undefined)[],
  scenarios: readonly Scenario[],
  part: Exclude<ScenarioPart, 'attempts'>,
): string | undefined => {
  const asked = names.filter((name) => name !== undefined);
  const speaks = (name: string): boolean => scenarios.some((one) => one.name === name && one[part].length > 0);
  return asked.length > 1 ? (asked.find(speaks) ?? asked[0]) : asked[0];
};
