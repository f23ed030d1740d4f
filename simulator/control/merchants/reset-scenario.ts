import { countPrefix } from '../../payments/faults/next-step.ts';
import { controlEndpoint } from '../control-endpoint.ts';
import { Problem } from '../problem.ts';
import { scenarioFields } from './merchant-schemas.ts';
import { merchantOf } from './show-merchant.ts';

export const resetScenario = controlEndpoint({
  method: 'POST',
  path: '/merchants/{login}/scenarios/{name}/reset',
  tag: 'merchants',
  summary: 'What this scenario does a number of times begins anew for the merchant.',
  pathFields: scenarioFields,
  answer: 'nothing',
  handle: async ({ context, path: { login, name } }) => {
    const { ownScenario } = await merchantOf(context, login);
    const isKnown =
      name === 'own' ? ownScenario !== undefined : (await context.scenarios()).some((one) => one.name === name);
    if (!isKnown) throw new Problem('not-found', `merchant ${login} has no scenario ${name}`, { field: 'name' });
    await context.store.counters.forget(login, countPrefix(name));
    return undefined;
  },
});
