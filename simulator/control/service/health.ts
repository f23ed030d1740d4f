import { z } from 'zod';
import { controlEndpoint } from '../control-endpoint.ts';

/** `routes.ts` answers this call without loading the control API; the row is for the document. */
export const health = controlEndpoint({
  method: 'GET',
  path: '/health',
  tag: 'service',
  summary: 'Returns 200 while the process runs.',
  answer: z.strictObject({ status: z.literal('ok') }),
  isOpen: true,
  handle: async () => ({ status: 'ok' as const }),
});
