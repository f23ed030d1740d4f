import { callbackFilter, callbackList } from '../../inspection/callback-schemas.ts';
import { listCallbacks as list } from '../../inspection/callbacks.ts';
import { controlEndpoint } from '../control-endpoint.ts';
import { loginField } from '../merchants/merchant-schemas.ts';
import { contextOf } from '../merchants/show-merchant.ts';

export const listCallbacks = controlEndpoint({
  method: 'GET',
  path: '/merchants/{login}/callbacks',
  tag: 'callbacks',
  summary: 'The callbacks of a merchant with every try, newest first.',
  pathFields: loginField,
  query: callbackFilter,
  answer: callbackList,
  handle: async ({ context, path, query }) => list(await contextOf(context, path.login), query),
});
