import { z } from 'zod';
import { callbackChecksums, callbackOperations } from '../../domain/callback.ts';
import { given } from '../../options/check-options.ts';
import { callbackSteps } from '../../scenario-engine/steps/callback-steps.ts';
import { durationUpTo } from '../duration-field.ts';

export const callbackStates = ['waiting', 'delivered', 'given-up', 'lost'] as const;

const tryAnswer = z
  .strictObject({
    at: z.iso.datetime().describe("By the merchant's clock."),
    httpStatus: z.int().optional().describe("The shop's answer; only 200 counts as delivered."),
    error: z.string().optional().describe('Why there was no answer.'),
    tookMs: z
      .int()
      .optional()
      .describe('Milliseconds until the answer, or until there was none; absent if the gateway itself sent nothing.'),
    answer: z
      .string()
      .optional()
      .describe('The first 300 characters of the body of the answer, masked as the journal masks requests.'),
    byHand: z.literal(true).optional().describe('This try was requested by hand.'),
    forwardedTo: z
      .string()
      .optional()
      .describe('A listener sent it to this address in place of the gateway: `forwardTo` of the events.'),
  })
  .meta({ id: 'CallbackTry' });

export const callbackAnswer = z
  .strictObject({
    id: z.string(),
    operation: z.enum(callbackOperations).describe('The event that it reports.'),
    status: z.string().describe('`1`: success, `0`: failure.'),
    orderId: z.string().optional().describe('The order, if there is one.'),
    bindingId: z.string().optional().describe('The stored card, if it is about one.'),
    state: z
      .enum(callbackStates)
      .describe('`given-up`: as many tries failed as the merchant allows; `lost`: a scenario prevents its delivery.'),
    createdAt: z.iso.datetime().describe("By the merchant's clock."),
    dueAt: z.iso.datetime().optional().describe('The time of the next try, if it waits.'),
    fault: z
      .strictObject({
        scenario: z.string().optional().describe('Absent if it was asked for by hand.'),
        sentence: z.string().describe('Continues "the callback ...".'),
      })
      .optional()
      .describe('The fault that a scenario causes, or that was asked for by hand.'),
    copyOf: z
      .string()
      .optional()
      .describe(
        'The id of the callback of which this is a copy, sent by hand. It is out of the order of the others, and not retried.',
      ),
    tries: z.array(tryAnswer).describe('Oldest first.'),
    fields: z
      .array(z.strictObject({ name: z.string(), value: z.string() }))
      .describe('Its fields in the order of sending, with the checksum.'),
    request: z
      .strictObject({
        method: z.enum(['GET', 'POST']),
        url: z.string().describe('Of a GET with the query.'),
        headers: z.record(z.string(), z.string()).describe("Values of the merchant's own headers are masked: `***`."),
        body: z.string().optional().describe('Of a POST: a form, or a JSON Web Token.'),
      })
      .describe('The HTTP request of every try.'),
  })
  .meta({ id: 'Callback' });

const signatureKinds = callbackChecksums.filter((kind) => kind !== 'none');

/** One callback, with the proof of its checksum. */
export const callbackDetail = callbackAnswer
  .extend({
    signedText: z
      .string()
      .optional()
      .describe('The text that the checksum or signature was made of; absent if the callback has neither.'),
    checksum: z
      .strictObject({
        kind: z.enum(signatureKinds).describe('`jwt`: the signature of the token.'),
        computed: z
          .string()
          .optional()
          .describe("Made of the same text with the merchant's token of today, or the key of the gateway."),
        sent: z.string().optional().describe('As it was sent; absent if it was left out.'),
        isRight: z.boolean().describe('Whether the two are the same.'),
      })
      .optional()
      .describe('The checksum or signature, checked.'),
  })
  .meta({ id: 'CallbackDetail' });

/** A filter of callbacks. */
export const callbackFilter = z.strictObject({
  order: z.string().min(1).optional().describe('Only those about this order: its orderId or its order number.'),
  state: z.enum(callbackStates).optional().describe('Only those in this state.'),
  operation: z.enum(callbackOperations).optional().describe('Only those of this operation.'),
  before: z.string().optional().describe('Only those older than this callback: `next` of the answer before.'),
  limit: z.coerce.number().int().min(1).max(1000).optional().describe('At most this many; 100 by default.'),
});

const counts = Object.fromEntries(callbackStates.map((state) => [state, z.int()])) as Record<
  (typeof callbackStates)[number],
  z.ZodInt
>;

export const callbackCounts = z.strictObject(counts);

export const callbackList = z.strictObject({
  callbacks: z.array(callbackAnswer).describe('Newest first.'),
  total: z.int().describe('The number of callbacks that match the filter.'),
  counts: callbackCounts.describe('The number of callbacks in each state that match the filter but for its state.'),
  next: z.string().optional().describe('If there are older ones: the last of these callbacks, for `before`.'),
  isPaused: z.boolean().describe('Whether the gateway sends no callbacks of this merchant until they run again.'),
});

export const callbackSending = z
  .strictObject({ isPaused: z.boolean().describe('Whether those that wait are not sent.'), ...counts })
  .meta({ id: 'CallbackSending' });

/** Where a callback goes that is sent by hand or forwarded. */
export const address = z.string().refine((text) => /^https?:\/\/\S+$/.test(text) && URL.canParse(text), {
  error: 'expected an address that begins with http:// or https://',
});

export const callbackToTest = z
  .strictObject({
    to: address.optional().describe("Where it goes; by default to the merchant's address of callbacks."),
  })
  .meta({ id: 'CallbackToTest' });

export const testAnswer = z
  .strictObject({
    isDelivered: z.boolean().describe('Whether the shop answered with HTTP 200.'),
    try: tryAnswer,
    ...callbackDetail.pick({ fields: true, request: true, signedText: true, checksum: true }).shape,
  })
  .meta({ id: 'TestedCallback' });

const wrongFields = Object.fromEntries(
  callbackSteps.fields.setting.names.map((name) => [name, z.union([z.string(), z.int()]).transform(String).optional()]),
);

/** The longest wait of a copy, as in scenarios: 30 days. */
const longestDelayMs = 30 * 86_400_000;

export const callbackToResend = z
  .strictObject({
    times: z
      .int()
      .min(1)
      .max(100)
      .optional()
      .describe('How often it is sent, one right after the other; once by default.'),
    delay: durationUpTo(longestDelayMs, '30 days')
      .optional()
      .describe("It is sent after this time of the merchant's clock: `5m`, or milliseconds."),
    checksum: z.enum(['wrong', 'missing']).optional().describe('Its checksum, or the signature of its token.'),
    fields: z
      .strictObject(wrongFields)
      .transform((fields) => given(fields) as Readonly<Record<string, string>>)
      .refine((fields) => Object.keys(fields).length > 0, {
        error: 'expected fields with wrong values, such as { "amount": 1 }',
      })
      .optional()
      .describe(
        'These fields have another value, and the checksum is made anew. A field that is not among them is added.',
      ),
    to: address.optional().describe('Another address.'),
  })
  .meta({ id: 'CallbackToResend' });

/** What a listener reports of a callback that it has sent in place of the gateway. */
export const forwardedAnswer = z
  .strictObject({
    httpStatus: z.int().min(100).max(599).exactOptional().describe("The shop's answer; only 200 counts as delivered."),
    error: z.string().min(1).max(200).exactOptional().describe('Why there was none, such as ECONNREFUSED.'),
  })
  .meta({ id: 'ForwardedAnswer' });

export const resendAnswer = z.strictObject({
  isDelivered: z.boolean().describe('Whether the shop answered this try with HTTP 200.'),
  try: tryAnswer.optional().describe('The last try; absent if it is sent later.'),
  callback: callbackAnswer.describe('The callback, or its copy.'),
});
