import { z } from 'zod';
import { setScenario as setByName, setOwnScenario } from '../../merchants/merchants.ts';
import { controlEndpoint } from '../control-endpoint.ts';
import { Problem } from '../problem.ts';
import { loginField, merchantAnswer } from './merchant-schemas.ts';
import { merchantOf, showMerchant } from './show-merchant.ts';

const choice = z
  .strictObject({
    name: z.string().optional().describe('Name of a scenario file.'),
    // The engine checks it, and says what is wrong in its own words.
    scenario: z
      .unknown()
      .optional()
      .describe('A whole scenario, as it would stand in a file; scenarios/scenario.schema.json describes it.'),
  })
  .refine(({ name, scenario }) => (name === undefined) !== (scenario === undefined), {
    error: 'expected either a name or a scenario',
  })
  .meta({ id: 'ScenarioChoice' });

export const setScenario = controlEndpoint({
  method: 'PUT',
  path: '/merchants/{login}/scenario',
  tag: 'merchants',
  summary: 'Every payment of the merchant follows this scenario.',
  pathFields: loginField,
  body: choice,
  answer: merchantAnswer,
  handle: async ({ context, path: { login }, body: { name, scenario }, origin }) => {
    await merchantOf(context, login);
    if (name === undefined) {
      await setOwnScenario(context.store, login, scenario);
    } else {
      const known = (await context.scenarios()).some((one) => one.name === name);
      if (!known) throw new Problem('wrong-field', `no scenario is called ${name}`, { field: 'name' });
      await setByName(context.store, login, name);
    }
    return showMerchant(context, await merchantOf(context, login), origin);
  },
});
