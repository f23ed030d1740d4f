import { z } from 'zod';
import {
  callbackCounts,
  callbackDetail,
  callbackFilter,
  callbackList,
  callbackSending,
  callbackToResend,
  callbackToTest,
  forwardedAnswer,
  resendAnswer,
  testAnswer,
} from '../../inspection/callbacks/callback-schemas.ts';
import {
  countCallbacks,
  inspectCallback,
  listCallbacks as list,
  pauseCallbacks as pause,
  runCallbacks as run,
} from '../../inspection/callbacks/callbacks.ts';
import { resendCallback as resend } from '../../inspection/callbacks/resend-callback.ts';
import { testCallback as sendTest } from '../../inspection/callbacks/test-callback.ts';
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
  summary:
    'One callback: the request as it is sent, the text that was signed, its checksum with the right one beside it, and the result of every try.',
  summaryInRussian:
    'Одно уведомление: отправляемый запрос, подписанный текст, отправленная контрольная сумма рядом с правильной и результат каждой попытки.',
  pathFields: callbackPath,
  answer: callbackDetail,
  handle: async ({ context, path }) =>
    found(await inspectCallback(await contextOf(context, path.login), path.id), path),
});

export const resendCallback = controlEndpoint({
  method: 'POST',
  path: '/merchants/{login}/callbacks/{id}/resend',
  tag: 'callbacks',
  summary:
    "Sends a callback once more, at once and with the same content, and returns the shop's answer. With a body it sends a copy: twice, late, with a wrong or missing checksum, with other fields, or to another address.",
  summaryInRussian:
    'Сразу отправляет уведомление ещё раз с тем же содержимым и возвращает ответ магазина. Если есть тело запроса, отправляет копию: дважды, с опозданием, с неверной контрольной суммой или без неё, с другими полями или на другой адрес.',
  pathFields: callbackPath,
  body: callbackToResend,
  answer: resendAnswer,
  handle: async ({ context, path, body }) =>
    found(await resend(await contextOf(context, path.login), path.id, body), path),
});

export const settleCallbacks = controlEndpoint({
  method: 'POST',
  path: '/merchants/{login}/callbacks/settle',
  tag: 'callbacks',
  summary:
    'Waits until no callback is on its way: each is delivered, given up, or waits for its next try. Returns the count of each state.',
  summaryInRussian:
    'Ждёт, пока в пути не останется уведомлений: каждое либо доставлено, либо ждёт следующей попытки, либо больше не отправляется. Возвращает, сколько их в каждом состоянии.',
  pathFields: loginField,
  answer: callbackCounts,
  handle: async ({ context, path }) => {
    const own = await contextOf(context, path.login);
    await own.courier.settled(path.login);
    return countCallbacks(own);
  },
});

export const pauseCallbacks = controlEndpoint({
  method: 'POST',
  path: '/merchants/{login}/callbacks/pause',
  tag: 'callbacks',
  summary:
    'Pauses the callbacks of a merchant: they wait, however far the clock moves, and none is lost. Those sent by hand go out.',
  summaryInRussian:
    'Приостанавливает уведомления мерчанта: они ждут, как бы далеко ни перевели часы, и не теряются. Отправленные вручную уходят.',
  pathFields: loginField,
  answer: callbackSending,
  handle: async ({ context, path }) => pause(await contextOf(context, path.login)),
});

export const runCallbacks = controlEndpoint({
  method: 'POST',
  path: '/merchants/{login}/callbacks/run',
  tag: 'callbacks',
  summary: 'Ends the pause, and answers when every callback that was due meanwhile has been sent.',
  summaryInRussian: 'Снова отправляет уведомления и отвечает, когда ушли все, которым за это время настал срок.',
  pathFields: loginField,
  answer: callbackSending,
  handle: async ({ context, path }) => run(await contextOf(context, path.login)),
});

export const testCallback = controlEndpoint({
  method: 'POST',
  path: '/merchants/{login}/callbacks/test',
  tag: 'callbacks',
  summary:
    "Sends a callback about a payment that never was, once, to the merchant's address or another one, and returns the shop's answer. Nothing is kept.",
  summaryInRussian:
    'Отправляет пробное уведомление о платеже, которого не было, один раз, на адрес мерчанта или другой, и возвращает ответ магазина. Ничего не сохраняется.',
  pathFields: loginField,
  body: callbackToTest,
  answer: testAnswer,
  handle: async ({ context, path, body }) => sendTest(await contextOf(context, path.login), body),
});

export const reportForwarded = controlEndpoint({
  method: 'POST',
  path: '/merchants/{login}/callbacks/{id}/forwarded',
  tag: 'callbacks',
  summary:
    "Reports the shop's answer to a callback that a listener of events with `forwardTo` has sent in place of the gateway. It counts like an answer to the gateway.",
  summaryInRussian:
    'Сообщает ответ магазина на уведомление, которое вместо шлюза отправил подписчик событий с `forwardTo`. Он учитывается как ответ самому шлюзу.',
  pathFields: callbackPath,
  body: forwardedAnswer,
  answer: 'nothing',
  handle: async ({ context, path: { login, id }, body }) => {
    const { courier } = await contextOf(context, login);
    if (!courier.forwarding.answer(login, id, answerIn(body)))
      throw new Problem('not-found', `no listener of ${login} was given a callback with the id ${id}`, { field: 'id' });
    return undefined;
  },
});

/** A report without a status is one of a failure. */
const answerIn = ({ httpStatus, error = 'no answer' }: z.output<typeof forwardedAnswer>) =>
  httpStatus === undefined ? { error } : { httpStatus };
