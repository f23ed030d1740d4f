import type { Context } from '../context.ts';
import type { Merchant } from '../domain/merchant.ts';
import { ConfigError } from '../options/config-error.ts';
import { noSuchScenario } from '../scenario-engine/choice/unknown-name.ts';
import { openScenarioFiles } from '../scenario-engine/definition/scenario-files.ts';

export type ScenarioNames = Pick<Context, 'scenariosWith' | 'allScenarios'>;

/** The mistake of a name that no scenario has; undefined if one has it. */
export const unknownScenario = async (
  { scenariosWith, allScenarios }: ScenarioNames,
  name: string,
): Promise<string | undefined> =>
  (await scenariosWith(name)).some((one) => one.name === name) ? undefined : noSuchScenario(name, await allScenarios());

/** Settings that say which scenario a merchant follows; null removes one. */
type ScenarioSettings = {
  readonly [Name in 'scenario' | 'ownScenario']?: Merchant[Name] | null | undefined;
};

/** @throws ConfigError if no scenario has the name, or both kinds are set; ScenarioError if the merchant's own one is wrong. */
export const refuseUnusableScenario = async (
  names: ScenarioNames,
  login: string,
  { scenario, ownScenario }: ScenarioSettings,
): Promise<void> => {
  if (isSet(scenario) && isSet(ownScenario))
    throw new ConfigError(`scenario of ${login}: expected either a name or ownScenario, got both`);
  const mistake = isSet(scenario) ? await unknownScenario(names, scenario) : undefined;
  if (mistake !== undefined) throw new ConfigError(`scenario of ${login}: ${mistake}`);
  if (isSet(ownScenario)) await refuseWrongScenario(ownScenario);
};

/** @throws ScenarioError unless it is a scenario as in a file. */
export const refuseWrongScenario = async (body: unknown): Promise<void> => {
  const { parseScenario } = await openScenarioFiles();
  parseScenario('own', body);
};

const isSet = <Value>(value: Value | null | undefined): value is Value => value !== null && value !== undefined;

/** The merchant without a scenario of the kind that these settings replace. */
export const withoutReplacedScenario = <Settings extends ScenarioSettings>(
  merchant: Settings,
  changes: ScenarioSettings,
): Settings => {
  const { scenario, ownScenario, ...others } = merchant;
  return {
    ...others,
    ...(isSet(scenario) && !isSet(changes.ownScenario) && { scenario }),
    ...(isSet(ownScenario) && !isSet(changes.scenario) && { ownScenario }),
  } as Settings;
};
