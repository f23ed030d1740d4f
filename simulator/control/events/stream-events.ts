import { controlEndpoint } from '../control-endpoint.ts';
import { loginField } from '../merchants/merchant-schemas.ts';
import { merchantOf } from '../merchants/show-merchant.ts';
import { afterField, merchantFields, streamFor, streamType } from './event-stream.ts';

export const streamEvents = controlEndpoint({
  method: 'GET',
  path: '/events',
  tag: 'journal',
  summary:
    'Events as they happen: `request`, `order`, `callback` and `clock` (server-sent events). There may be 300 listeners.',
  summaryInRussian:
    'События по мере их появления: `request`, `order`, `callback` и `clock` (server-sent events). Подписчиков может быть не больше 300.',
  query: afterField,
  answer: { contentType: streamType },
  handle: (call) => streamFor(call),
});

export const streamMerchantEvents = controlEndpoint({
  method: 'GET',
  path: '/merchants/{login}/events',
  tag: 'journal',
  summary:
    'The same events of one merchant only; with `forwardTo` also its callbacks, for a listener who sends them to the shop.',
  summaryInRussian:
    'То же, но только события одного мерчанта; с `forwardTo` — и его уведомления, для подписчика, который сам отправляет их магазину.',
  pathFields: loginField,
  query: merchantFields,
  answer: { contentType: streamType },
  handle: async (call) => {
    const { login: merchant } = await merchantOf(call.context, call.path.login);
    return streamFor(call, { merchant, forwardTo: call.query.forwardTo });
  },
});
