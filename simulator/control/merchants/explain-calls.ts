import { explainScenario as explain } from '../../inspection/explain-scenario.ts';
import { orderToExplain, scenarioExplanation } from '../../inspection/explanation-schemas.ts';
import { controlEndpoint } from '../control-endpoint.ts';
import { loginField } from './merchant-schemas.ts';
import { contextOf } from './show-merchant.ts';

export const explainScenario = controlEndpoint({
  method: 'POST',
  path: '/merchants/{login}/scenarios/explain',
  tag: 'merchants',
  summary:
    'The scenario that such an order of the merchant would meet, and everything that is asked before it. Nothing is registered or counted.',
  summaryInRussian:
    'По какому сценарию пойдёт такой заказ мерчанта и что решает до него. Заказ не регистрируется, счётчики не меняются.',
  pathFields: loginField,
  body: orderToExplain,
  takesCard: true,
  answer: scenarioExplanation,
  handle: async ({ context, path, body }) => explain(await contextOf(context, path.login), body),
});
