import type { Context } from '../../context.ts';
import { Refused } from '../../domain/errors/refused.ts';
import { isOutcomeName, outcomeNames } from '../../scenario-engine/choice/outcomes.ts';
import { meantName } from '../../scenario-engine/choice/unknown-name.ts';

/** @throws Refused if neither a scenario nor an outcome has this name. */
export const refuseUnknownOutcome = async (
  { scenariosWith, allScenarios }: Pick<Context, 'scenariosWith' | 'allScenarios'>,
  name: string,
): Promise<void> => {
  if (isOutcomeName(name, await scenariosWith(name))) return;
  const value = name.slice(0, 80);
  const meant = meantName(value, outcomeNames(await allScenarios()));
  throw meant === undefined
    ? new Refused('scenario-unknown', { value })
    : new Refused('scenario-misspelt', { value, meant });
};
