import { controlEndpoint } from '../control-endpoint.ts';

export const getControlDocument = controlEndpoint({
  method: 'GET',
  path: '/openapi/control.json',
  tag: 'service',
  summary: 'The control API as OpenAPI 3.1.',
  answer: { contentType: 'application/json' },
  handle: async ({ context, origin }) => {
    // Loaded here, because the list holds this endpoint.
    const [{ controlEndpoints }, { controlDocument }] = await Promise.all([
      import('../all.ts'),
      import('./control-document.ts'),
    ]);
    const hasToken = context.options.control.token !== undefined;
    return {
      contentType: 'application/json',
      text: JSON.stringify(controlDocument({ endpoints: controlEndpoints, origin, hasToken })),
    };
  },
});
