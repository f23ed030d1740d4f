import { z } from 'zod';
import { unknownScenario } from '../../merchants/check-scenario.ts';
import { mostNextOrders, setScenario as set, withoutCounts } from '../../merchants/merchants.ts';
import { resetStepCounts } from '../../payments/faults/step-counts.ts';
import { controlEndpoint } from '../control-endpoint.ts';
import { Problem } from '../problem.ts';
import { loginField, merchantAnswer, scenarioFields } from './merchant-schemas.ts';
import { merchantOf, showMerchant } from './show-merchant.ts';

const choice = z
  .strictObject({
    name: z.string().optional().describe('Name of a scenario: of a file, or of one that comes with tillbox.'),
    // The scenario engine checks it, with error texts of its own.
    scenario: z
      .unknown()
      .optional()
      .describe('A whole scenario, as it would stand in a file; scenarios/scenario.schema.json describes it.'),
    orders: z
      .int()
      .min(1)
      .max(mostNextOrders)
      .optional()
      .describe(
        'Only so many orders follow it that are registered from now on, each for all its life. Then the scenario of before stands again, or none. Absent: every payment.',
      ),
  })
  .refine(({ name, scenario }) => (name === undefined) !== (scenario === undefined), {
    error: 'expected either a name or a scenario',
  })
  .meta({ id: 'ScenarioChoice' });

export const setScenario = controlEndpoint({
  method: 'PUT',
  path: '/merchants/{login}/scenario',
  tag: 'merchants',
  summary:
    'Every payment of the merchant follows this scenario; with `orders` only those of so many next orders, and then what was before stands again.',
  summaryInRussian:
    'Назначает мерчанту сценарий: по нему идут все его платежи; с `orders` — только столько следующих заказов, после чего снова действует прежний сценарий или никакой.',
  pathFields: loginField,
  body: choice,
  answer: merchantAnswer,
  handle: async ({ context, path: { login }, body: { name, scenario, orders }, origin }) => {
    await merchantOf(context, login);
    const mistake = name === undefined ? undefined : await unknownScenario(context, name);
    if (mistake !== undefined) throw new Problem('wrong-field', mistake, { field: 'name' });
    await set(context, login, name ?? scenario, orders);
    return showMerchant(context, await merchantOf(context, login), origin);
  },
});

export const unsetScenario = controlEndpoint({
  method: 'DELETE',
  path: '/merchants/{login}/scenario',
  tag: 'merchants',
  summary: "Removes the merchant's scenario, and that of its next orders: its payments no longer follow them.",
  summaryInRussian: 'Снимает сценарий мерчанта и сценарий его следующих заказов: платежи больше не идут по ним.',
  pathFields: loginField,
  answer: 'nothing',
  handle: async ({ context, path }) => {
    await merchantOf(context, path.login);
    await set(context, path.login, undefined);
    return undefined;
  },
});

export const resetScenario = controlEndpoint({
  method: 'POST',
  path: '/merchants/{login}/scenarios/{name}/reset',
  tag: 'merchants',
  summary: 'Resets the counts of this scenario for the merchant: steps that happen a number of times begin anew.',
  summaryInRussian:
    'Обнуляет счётчики сценария у мерчанта: шаги, рассчитанные на определённое число раз, начинаются заново.',
  pathFields: scenarioFields,
  answer: 'nothing',
  handle: async ({ context, path: { login, name } }) => {
    const mistake = await withoutCounts(context, await merchantOf(context, login), name);
    if (mistake !== undefined) throw new Problem('not-found', mistake, { field: 'name' });
    await resetStepCounts(context.store, login, name);
    return undefined;
  },
});
