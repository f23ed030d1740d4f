import type { Context } from '../../context.ts';
import { ScenarioError } from '../../domain/errors/scenario-error.ts';
import { StateError } from '../../domain/errors/state-error.ts';
import { ConfigError } from '../../options/config-error.ts';
import { giveWay } from '../../runtime/machine-time.ts';
import { withUnits } from '../../scenario-engine/definition/times-with-units.ts';
import { unknownBreak } from '../breaks.ts';
import { refuseUnusableScenario, unknownScenario } from '../check-scenario.ts';
import { refuseTakenToken, refuseUnusable } from '../merchants.ts';
import type { MerchantState } from './state-document.ts';

/** @throws StateError for the first part of a state that this process cannot take. */
export const refuseUnusableState = async (context: Context, login: string, state: MerchantState): Promise<void> => {
  if (!(await context.store.merchants.find(login)) && !/^[\w.@-]{1,100}$/.test(login))
    throw new StateError('login', 'expected letters, digits, or one of . _ - @');
  await refuseSettings(context, login, state);
  await refuseTwins('orders', state.orders, ({ orderNumber }) => orderNumber, 'orderNumber');
  await refuseTwins('tasks', state.tasks, ({ merchantTaskId }) => merchantTaskId, 'merchantTaskId');
  for (const name of ['orders', 'storedCards', 'tasks', 'templates', 'callbacks'] as const)
    await refuseTwins<{ readonly id: string }>(name, state[name], ({ id }) => id, 'id');
  await refuseIdsOfOthers(context, login, state);
};

const refuseSettings = async (context: Context, login: string, { settings }: MerchantState): Promise<void> => {
  const { scenario, ownScenario } = settings;
  const merchant = { login, ...settings };
  await asStateError('settings', async () => {
    refuseUnusable(context, merchant);
    await refuseTakenToken(context.store, merchant);
    await refuseUnusableScenario(context, login, { ownScenario: withUnits(ownScenario) });
  });
  const mistake = scenario === undefined ? undefined : await unknownScenario(context, scenario);
  if (mistake !== undefined) throw new StateError('settings.scenario', mistake);
  const id = settings.break?.id;
  const wrongId = id === undefined ? undefined : unknownBreak(id);
  if (wrongId !== undefined) throw new StateError('settings.break.id', wrongId);
};

const asStateError = async (field: string, check: () => Promise<void>): Promise<void> => {
  try {
    await check();
  } catch (error) {
    if (error instanceof ConfigError || error instanceof ScenarioError) throw new StateError(field, error.message);
    throw error;
  }
};

const refuseTwins = async <Thing>(
  list: string,
  things: readonly Thing[],
  keyOf: (thing: Thing) => string,
  field: string,
): Promise<void> => {
  const seen = new Set<string>();
  for (const [index, thing] of things.entries()) {
    const key = keyOf(thing);
    if (seen.has(key)) throw new StateError(`${list}.${index}.${field}`, `${key} is there twice`);
    seen.add(key);
    await giveWay();
  }
};

/** Ids are unique in the whole process. */
const refuseIdsOfOthers = async ({ store }: Context, login: string, state: MerchantState): Promise<void> => {
  const finders = {
    orders: store.orders.find,
    storedCards: store.bindings.find,
    tasks: store.tasks.find,
    templates: store.templates.find,
  };
  for (const [list, find] of Object.entries(finders)) {
    for (const [index, { id }] of state[list as keyof typeof finders].entries()) {
      const there = await find(id);
      if (there && there.merchant !== login)
        throw new StateError(`${list}.${index}.id`, `merchant ${there.merchant} has it already; ask for new ids`);
      await giveWay();
    }
  }
};
