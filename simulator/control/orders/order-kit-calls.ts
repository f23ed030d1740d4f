import { z } from 'zod';
import type { CallbackOperation } from '../../domain/callback.ts';
import { callbackAnswer } from '../../inspection/callbacks/callback-schemas.ts';
import { checkCallbackWait, waitForCallback as wait } from '../../inspection/callbacks/wait-for-callback.ts';
import { contextAbout } from '../../inspection/inspect.ts';
import { whyOf } from '../../inspection/orders/why-of.ts';
import { controlEndpoint } from '../control-endpoint.ts';
import { controlUrlOf } from '../control-url.ts';

const orderPath = z.strictObject({ orderId: z.string().min(1).describe('`orderId` of register.do.') });

const contentType = 'text/plain; charset=utf-8';

export const explainOrder = controlEndpoint({
  method: 'GET',
  path: '/orders/{orderId}/why',
  tag: 'orders',
  summary:
    'Why the payment of an order ended as it did, as text for a test: its end, the reasons, the timeline, the callbacks, and its address.',
  summaryInRussian:
    'Почему оплата заказа закончилась именно так — текст для теста: итог, причины, хронология, уведомления и адрес.',
  pathFields: orderPath,
  answer: { contentType },
  handle: async ({ context, path: { orderId }, origin }) => ({
    contentType,
    text: `${await whyOf(await contextAbout(context, orderId), orderId, controlUrlOf(context, origin))}\n`,
  }),
});

/** The longest wait for a callback: ten minutes. */
const longestWaitMs = 600_000;

const waitFields = z.strictObject({
  timeoutMs: z.coerce
    .number()
    .int()
    .min(0)
    .max(longestWaitMs)
    .optional()
    .describe(
      "How long to wait, in milliseconds of the machine, also if the merchant's clock stands still; 5000 by default.",
    ),
  status: z
    .enum(['0', '1'])
    .optional()
    .describe('1: only a callback about a success, 0: only one about a failure; any by default.'),
});

export const waitForCallback = controlEndpoint({
  method: 'POST',
  path: '/orders/{orderId}/callbacks/{operation}/wait',
  tag: 'callbacks',
  summary:
    'Waits until the shop has accepted the last callback of this operation of an order, and returns it; if it does not come, the problem tells what came, and why.',
  summaryInRussian:
    'Ждёт, пока магазин примет последнее уведомление об этой операции заказа, и возвращает его; если оно не пришло, в ошибке сказано, что пришло и почему.',
  pathFields: orderPath.extend({ operation: z.string().min(1).describe('The event that the callback reports.') }),
  query: waitFields,
  answer: callbackAnswer,
  handle: async ({ context, path: { orderId, operation }, query: { timeoutMs, status }, origin }) => {
    const options = { timeoutMs, status: status === undefined ? undefined : status === '1' ? 1 : 0 } as const;
    checkCallbackWait(operation as CallbackOperation, options);
    const wanted = { ...options, orderId, operation: operation as CallbackOperation };
    return wait(await contextAbout(context, orderId), wanted, controlUrlOf(context, origin));
  },
});
