import { controlEndpoint } from '../control-endpoint.ts';
import { merchantDocument } from './merchant-document.ts';

export const getMerchantDocument = controlEndpoint({
  method: 'GET',
  path: '/openapi/merchant.json',
  tag: 'service',
  summary: 'The merchant API as OpenAPI 3.1, from the tables that check its calls.',
  answer: { contentType: 'application/json' },
  handle: async ({ context, calls, origin }) => ({
    contentType: 'application/json',
    text: JSON.stringify(merchantDocument(context, calls, origin)),
  }),
});
