import { z } from 'zod';
import { callbackOperations } from '../domain/callback.ts';

export const callbackStates = ['waiting', 'delivered', 'given-up', 'lost'] as const;

const tryAnswer = z
  .strictObject({
    at: z.iso.datetime().describe("By the merchant's clock."),
    httpStatus: z.int().optional().describe('What the shop answered; only 200 counts as delivered.'),
    error: z.string().optional().describe('Why there was no answer.'),
    byHand: z.literal(true).optional().describe('Somebody asked for this try.'),
  })
  .meta({ id: 'CallbackTry' });

export const callbackAnswer = z
  .strictObject({
    id: z.string(),
    operation: z.enum(callbackOperations).describe('What it tells.'),
    status: z.string().describe('`1`: it went well, `0`: it did not.'),
    orderId: z.string().optional().describe('The order that it is about.'),
    bindingId: z.string().optional().describe('The stored card that it is about.'),
    state: z
      .enum(callbackStates)
      .describe(
        '`given-up`: as many tries failed as the merchant allows; `lost`: a scenario keeps it from being sent.',
      ),
    createdAt: z.iso.datetime().describe("By the merchant's clock."),
    dueAt: z.iso.datetime().optional().describe('When it is tried next, while it waits.'),
    fault: z
      .strictObject({
        scenario: z.string(),
        sentence: z.string().describe('Goes on after "the callback".'),
      })
      .optional()
      .describe('What a scenario does to it.'),
    tries: z.array(tryAnswer).describe('Oldest first.'),
    fields: z
      .array(z.strictObject({ name: z.string(), value: z.string() }))
      .describe('What it says, in the order in which it is sent; with the checksum.'),
    request: z
      .strictObject({
        method: z.enum(['GET', 'POST']),
        url: z.string().describe('With the query of a GET.'),
        headers: z
          .record(z.string(), z.string())
          .describe("The values of the merchant's own headers are hidden: `***`."),
        body: z.string().optional().describe('Of a POST: a form, or a JSON Web Token.'),
      })
      .describe('What goes over the wire with every try.'),
  })
  .meta({ id: 'Callback' });

/** Which callbacks are wanted. */
export const callbackFilter = z.strictObject({
  order: z.string().min(1).optional().describe('Only those about this order: its orderId or its order number.'),
  state: z.enum(callbackStates).optional().describe('Only those in this state.'),
  operation: z.enum(callbackOperations).optional().describe('Only those that tell this.'),
  limit: z.coerce.number().int().min(1).max(1000).optional().describe('At most so many; 100 by default.'),
});

export const callbackList = z.strictObject({
  callbacks: z.array(callbackAnswer).describe('Newest first.'),
  total: z.int().describe('How many the filter lets through.'),
});

export const resendAnswer = z.strictObject({
  isDelivered: z.boolean().describe('The shop answered HTTP 200 to this try.'),
  try: tryAnswer,
  callback: callbackAnswer,
});
