import { controlEndpoint } from '../control-endpoint.ts';
import { controlDocument } from './control-document.ts';
import { merchantDocument } from './merchant-document.ts';

const contentType = 'application/json';

export const getControlDocument = controlEndpoint({
  method: 'GET',
  path: '/openapi/control.json',
  tag: 'service',
  summary: 'The control API as OpenAPI 3.1.',
  answer: { contentType },
  handle: async ({ context, endpoints, origin }) => {
    const hasToken = context.options.control.token !== undefined;
    return { contentType, text: JSON.stringify(controlDocument({ endpoints, origin, hasToken })) };
  },
});

export const getMerchantDocument = controlEndpoint({
  method: 'GET',
  path: '/openapi/merchant.json',
  tag: 'service',
  summary: 'The merchant API as OpenAPI 3.1, from the tables that check its calls.',
  answer: { contentType },
  handle: async ({ context, calls, origin }) => ({
    contentType,
    text: JSON.stringify(merchantDocument(context, calls, origin)),
  }),
});
