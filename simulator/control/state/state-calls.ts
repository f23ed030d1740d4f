import { z } from 'zod';
import { keepState, mostKeptBytes, restoreState } from '../../merchants/state/keep-state.ts';
import { withNewIds } from '../../merchants/state/known-ids.ts';
import { putInState } from '../../merchants/state/put-in.ts';
import { stateDocument } from '../../merchants/state/state-document.ts';
import { takeOutState } from '../../merchants/state/take-out.ts';
import { controlEndpoint } from '../control-endpoint.ts';
import { loginField, merchantAnswer } from '../merchants/merchant-schemas.ts';
import { merchantOf, showMerchant } from '../merchants/show-merchant.ts';
import { Problem } from '../problem.ts';

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

const keptState = z
  .strictObject({ until: z.iso.datetime().describe('Until when it can be put back, by the clock of the process.') })
  .meta({ id: 'KeptState' });

export const keepMerchantState = controlEndpoint({
  method: 'POST',
  path: '/merchants/{login}/state/keep',
  tag: 'state',
  summary:
    'Keeps the state of a merchant in the store for an hour, in place of the last one: before a reset, a deletion or another state, which `restore` then undoes. All kept states together have at most 64 MiB; the oldest give way.',
  summaryInRussian:
    'Сохраняет состояние мерчанта в хранилище на час вместо прежнего: перед сбросом, удалением или заменой состояния, которые потом отменит `restore`. Все сохранённые состояния вместе занимают не больше 64 МиБ; место освобождают самые старые.',
  pathFields: loginField,
  answer: keptState,
  handle: async ({ context, path: { login } }) => {
    const kept = await keepState(context, await merchantOf(context, login));
    if (!kept) throw new Problem('too-large', `the state has more than ${mostKeptBytes / 2 ** 20} MiB`);
    return { until: new Date(kept.untilMs).toISOString() };
  },
});

export const restoreMerchantState = controlEndpoint({
  method: 'POST',
  path: '/merchants/{login}/state/restore',
  tag: 'state',
  summary:
    'Puts the kept state of a merchant back, once; makes the merchant again if it was deleted. The journal stays as it is.',
  summaryInRussian:
    'Возвращает сохранённое состояние мерчанта, один раз; удалённого мерчанта создаёт заново. Журнал не меняется.',
  pathFields: loginField,
  answer: merchantAnswer,
  handle: async ({ context, path: { login }, origin }) => {
    if (!(await restoreState(context, login)))
      throw new Problem('not-found', `no state of ${login} is kept: one is kept for an hour, and put back once`);
    return showMerchant(context, await merchantOf(context, login), origin);
  },
});
