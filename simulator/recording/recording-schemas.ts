import { z } from 'zod';
import { readsPattern } from './read-fields.ts';

const expectedNames = 'expected names of fields with commas between them, such as orderStatus,actionCode';

/** `orderStatus,actionCode` as a list. */
const names = z
  .string()
  .regex(readsPattern, { error: expectedNames })
  .transform((text) => text.split(','));

/** How a pact is recorded. */
export const recordingQuery = z.strictObject({
  of: z
    .enum(['calls', 'callbacks'])
    .optional()
    .describe(
      'The calls of the shop, by default, or the callbacks with its answers, as a pact of the gateway with the shop.',
    ),
  consumer: z.string().min(1).max(100).optional().describe('The name of the shop in the pact; `shop` by default.'),
  reads: names
    .optional()
    .describe(
      'Only these fields of answers, by names or paths: `orderStatus,paymentAmountInfo.paymentState`; `register.do:.orderId;.formUrl` are those of one call. An answer without any of them keeps its error code.',
    ),
  since: z.coerce.number().int().min(0).optional().describe('Only requests with a higher number in the journal.'),
  date: z.iso
    .date({ error: 'expected a day such as 2026-01-01' })
    .optional()
    .describe("The date in the pact, as `2026-01-01`; by the merchant's clock by default."),
});
