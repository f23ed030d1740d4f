import { controlEndpoint } from '../control-endpoint.ts';
import { controlDocument } from './control-document.ts';

export const getControlDocument = controlEndpoint({
  method: 'GET',
  path: '/openapi/control.json',
  tag: 'service',
  summary: 'The control API as OpenAPI 3.1.',
  answer: { contentType: 'application/json' },
  handle: async ({ context, endpoints, origin }) => {
    const hasToken = context.options.control.token !== undefined;
    return { contentType: 'application/json', text: JSON.stringify(controlDocument({ endpoints, origin, hasToken })) };
  },
});
