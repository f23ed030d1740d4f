import { z } from 'zod';
import { controlEndpoint } from '../control-endpoint.ts';

export const ready = controlEndpoint({
  method: 'GET',
  path: '/ready',
  tag: 'service',
  summary: 'Answers when the gateway is ready for payments: its scenario files are read.',
  answer: z.strictObject({ status: z.literal('ok'), bank: z.string(), scenarios: z.int() }),
  isOpen: true,
  handle: async ({ context }) => ({
    status: 'ok' as const,
    bank: context.bank.name,
    scenarios: (await context.scenarios()).length,
  }),
});
