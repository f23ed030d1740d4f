import type { Context } from '../../context.ts';
import type { ScenarioNames } from '../../merchants/check-scenario.ts';
import { merchantNamed, withoutCounts } from '../../merchants/merchants.ts';
import { ConfigError } from '../../options/config-error.ts';
import { resetStepCounts } from './step-counts.ts';

/** Resets the counts of a scenario for a merchant; `own`: the one that has no name. @throws ConfigError if there is none. */
export const resetScenario = async (
  context: Pick<Context, 'store'> & ScenarioNames,
  login: string,
  name: string,
): Promise<void> => {
  const mistake = await withoutCounts(context, await merchantNamed(context.store, login), name);
  if (mistake !== undefined) throw new ConfigError(`name: ${mistake}`);
  await resetStepCounts(context.store, login, name);
};
