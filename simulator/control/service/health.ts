import { z } from 'zod';
import { controlEndpoint } from '../control-endpoint.ts';

/** Answered before all this is loaded; it stands here for the document. */
export const health = controlEndpoint({
  method: 'GET',
  path: '/health',
  tag: 'service',
  summary: 'Answers while the process lives.',
  answer: z.strictObject({ status: z.literal('ok') }),
  isOpen: true,
  handle: async () => ({ status: 'ok' as const }),
});
