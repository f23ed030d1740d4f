import { z } from 'zod';
import type { Context } from '../../context.ts';
import { breakTakenOver } from '../../merchants/breaks.ts';
import {
  changeMerchant as change,
  deleteMerchant as drop,
  keepMerchant,
  makeMerchant as make,
  resetMerchant as reset,
} from '../../merchants/merchants.ts';
import { controlEndpoint } from '../control-endpoint.ts';
import { Problem } from '../problem.ts';
import { loginField, merchantAnswer, merchantChanges, newMerchant } from './merchant-schemas.ts';
import { merchantOf, showMerchant } from './show-merchant.ts';

interface Called {
  readonly context: Context;
  readonly path: z.output<typeof loginField>;
}

const empty = async ({ context, path: { login } }: Called, act: typeof reset): Promise<undefined> => {
  await merchantOf(context, login);
  await act(context, login);
};

/** @throws Problem if there is no merchant whose break it should have. */
const makeWithBreak = async (context: Context, { breakOf, ...settings }: z.output<typeof newMerchant>) => {
  const other = breakOf === undefined ? undefined : await context.store.merchants.find(breakOf);
  if (breakOf !== undefined && !other)
    throw new Problem('wrong-field', `no merchant has the login ${breakOf}`, { field: 'breakOf' });
  const merchant = await make(context, settings);
  const taken = other && breakTakenOver(other);
  if (!taken) return merchant;
  const broken = { ...merchant, break: taken };
  await keepMerchant(context.store, broken);
  return broken;
};

export const listMerchants = controlEndpoint({
  method: 'GET',
  path: '/merchants',
  tag: 'merchants',
  summary: 'All merchants.',
  summaryInRussian: 'Все мерчанты.',
  answer: z.strictObject({ merchants: z.array(merchantAnswer) }),
  handle: async ({ context, origin }) => ({
    merchants: await Promise.all(
      (await context.store.merchants.all()).map((merchant) => showMerchant(context, merchant, origin)),
    ),
  }),
});

export const makeMerchant = controlEndpoint({
  method: 'POST',
  path: '/merchants',
  tag: 'merchants',
  summary: 'Makes a merchant; login and password are made up if they are absent.',
  summaryInRussian: 'Создаёт мерчанта; если логин и пароль не указаны, придумывает их.',
  body: newMerchant,
  answer: merchantAnswer,
  status: 201,
  handle: async ({ context, body, origin }) => showMerchant(context, await makeWithBreak(context, body), origin),
});

export const getMerchant = controlEndpoint({
  method: 'GET',
  path: '/merchants/{login}',
  tag: 'merchants',
  summary: 'One merchant with its settings.',
  summaryInRussian: 'Мерчант и его настройки.',
  pathFields: loginField,
  answer: merchantAnswer,
  handle: async ({ context, path, origin }) => showMerchant(context, await merchantOf(context, path.login), origin),
});

export const changeMerchant = controlEndpoint({
  method: 'PATCH',
  path: '/merchants/{login}',
  tag: 'merchants',
  summary: 'Changes settings of a merchant: an absent one stays, null removes one.',
  summaryInRussian: 'Меняет настройки мерчанта: не указанные остаются прежними, null удаляет настройку.',
  pathFields: loginField,
  body: merchantChanges,
  answer: merchantAnswer,
  handle: async ({ context, path, body, origin }) => {
    await merchantOf(context, path.login);
    return showMerchant(context, await change(context, path.login, body), origin);
  },
});

export const deleteMerchant = controlEndpoint({
  method: 'DELETE',
  path: '/merchants/{login}',
  tag: 'merchants',
  summary: 'Drops a merchant with all its data.',
  summaryInRussian: 'Удаляет мерчанта вместе со всеми данными.',
  pathFields: loginField,
  answer: 'nothing',
  handle: (call) => empty(call, drop),
});

export const resetMerchant = controlEndpoint({
  method: 'POST',
  path: '/merchants/{login}/reset',
  tag: 'merchants',
  summary: 'Drops its orders, stored cards, callbacks, tasks, templates, journal and clock; the settings stay.',
  summaryInRussian:
    'Удаляет заказы, связки, уведомления, автоплатежи, шаблоны и журнал мерчанта и сбрасывает его часы; настройки остаются.',
  pathFields: loginField,
  answer: 'nothing',
  handle: (call) => empty(call, reset),
});

export const resetAll = controlEndpoint({
  method: 'POST',
  path: '/reset',
  tag: 'merchants',
  summary: 'Resets every merchant, and empties the whole journal.',
  summaryInRussian: 'Сбрасывает всех мерчантов и очищает весь журнал.',
  answer: 'nothing',
  handle: async ({ context }) => {
    for (const { login } of await context.store.merchants.all()) await reset(context, login);
    context.journal.clear();
    return undefined;
  },
});
