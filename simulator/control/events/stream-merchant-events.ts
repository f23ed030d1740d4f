import { controlEndpoint } from '../control-endpoint.ts';
import { loginField } from '../merchants/merchant-schemas.ts';
import { merchantOf } from '../merchants/show-merchant.ts';
import { afterField, streamFor, streamType } from './event-stream.ts';

export const streamMerchantEvents = controlEndpoint({
  method: 'GET',
  path: '/merchants/{login}/events',
  tag: 'journal',
  summary: 'The same of one merchant.',
  pathFields: loginField,
  query: afterField,
  answer: { contentType: streamType },
  handle: async (call) => {
    const { login: merchant } = await merchantOf(call.context, call.path.login);
    return streamFor(call, merchant);
  },
});
