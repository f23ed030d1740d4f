import { z } from 'zod';
import { withNewIds } from '../../merchants/state/known-ids.ts';
import { putInState } from '../../merchants/state/put-in.ts';
import { stateDocument } from '../../merchants/state/state-document.ts';
import { takeOutState } from '../../merchants/state/take-out.ts';
import { controlEndpoint } from '../control-endpoint.ts';
import { loginField, merchantAnswer } from '../merchants/merchant-schemas.ts';
import { merchantOf, showMerchant } from '../merchants/show-merchant.ts';

export const getState = controlEndpoint({
  method: 'GET',
  path: '/merchants/{login}/state',
  tag: 'state',
  summary: 'A merchant with all its data as one document, which `PUT` takes. Password and tokens are in clear.',
  summaryInRussian:
    'Мерчант со всеми данными одним документом, который принимает `PUT`. Пароль и токены в нём не скрыты.',
  pathFields: loginField,
  answer: stateDocument,
  handle: async ({ context, path }) => takeOutState(context, await merchantOf(context, path.login)),
});

const choice = z.strictObject({
  ids: z
    .enum(['same', 'new'])
    .optional()
    .describe('`new`: new ids of orders, cards, tasks and templates, so that several merchants can have this state.'),
});

export const putState = controlEndpoint({
  method: 'PUT',
  path: '/merchants/{login}/state',
  tag: 'state',
  summary:
    'Replaces all data of a merchant with a state; makes the merchant if there is none. Other calls are answered meanwhile.',
  summaryInRussian:
    'Заменяет все данные мерчанта состоянием из документа; если мерчанта нет, создаёт его. Другие вызовы тем временем обслуживаются.',
  pathFields: loginField,
  query: choice,
  body: stateDocument,
  isLarge: true,
  answer: merchantAnswer,
  handle: async ({ context, path: { login }, query: { ids }, body, origin }) => {
    const state = ids === 'new' ? await withNewIds(body, context.ids) : body;
    return showMerchant(context, await putInState(context, login, state), origin);
  },
});
