import { z } from 'zod';
import {
  callbackAnswer,
  callbackFilter,
  callbackList,
  callbackStates,
  resendAnswer,
} from '../../inspection/callback-schemas.ts';
import {
  countCallbacks,
  findCallback,
  listCallbacks as list,
  resendCallback as resend,
  showCallback,
} from '../../inspection/callbacks.ts';
import { controlEndpoint } from '../control-endpoint.ts';
import { loginField } from '../merchants/merchant-schemas.ts';
import { contextOf } from '../merchants/show-merchant.ts';
import { Problem } from '../problem.ts';

const callbackPath = loginField.extend({ id: z.string().min(1).describe('Id of the callback.') });

const found = <Thing>(thing: Thing | undefined, { login, id }: z.output<typeof callbackPath>): Thing => {
  if (!thing) throw new Problem('not-found', `${login} has no callback with the id ${id}`, { field: 'id' });
  return thing;
};

export const listCallbacks = controlEndpoint({
  method: 'GET',
  path: '/merchants/{login}/callbacks',
  tag: 'callbacks',
  summary: 'The callbacks of a merchant with every try, newest first.',
  summaryInRussian: 'Уведомления мерчанта со всеми попытками доставки, начиная с самых новых.',
  pathFields: loginField,
  query: callbackFilter,
  answer: callbackList,
  handle: async ({ context, path, query }) => list(await contextOf(context, path.login), query),
});

export const getCallback = controlEndpoint({
  method: 'GET',
  path: '/merchants/{login}/callbacks/{id}',
  tag: 'callbacks',
  summary: 'One callback: the request as it is sent, and the result of every try.',
  summaryInRussian: 'Одно уведомление: отправляемый запрос и результат каждой попытки.',
  pathFields: callbackPath,
  answer: callbackAnswer,
  handle: async ({ context, path }) =>
    showCallback(found(await findCallback(await contextOf(context, path.login), path.id), path)),
});

export const resendCallback = controlEndpoint({
  method: 'POST',
  path: '/merchants/{login}/callbacks/{id}/resend',
  tag: 'callbacks',
  summary: "Sends a callback once more, at once and with the same content, and returns the shop's answer.",
  summaryInRussian: 'Сразу отправляет уведомление ещё раз с тем же содержимым и возвращает ответ магазина.',
  pathFields: callbackPath,
  answer: resendAnswer,
  handle: async ({ context, path }) => found(await resend(await contextOf(context, path.login), path.id), path),
});

const counts = Object.fromEntries(callbackStates.map((state) => [state, z.int()])) as Record<
  (typeof callbackStates)[number],
  z.ZodInt
>;

export const settleCallbacks = controlEndpoint({
  method: 'POST',
  path: '/merchants/{login}/callbacks/settle',
  tag: 'callbacks',
  summary:
    'Waits until no callback is on its way: each is delivered, given up, or waits for its next try. Returns the count of each state.',
  summaryInRussian:
    'Ждёт, пока в пути не останется уведомлений: каждое либо доставлено, либо ждёт следующей попытки, либо больше не отправляется. Возвращает, сколько их в каждом состоянии.',
  pathFields: loginField,
  answer: z.strictObject(counts),
  handle: async ({ context, path }) => {
    const own = await contextOf(context, path.login);
    await own.courier.settled(path.login);
    return countCallbacks(own);
  },
});
