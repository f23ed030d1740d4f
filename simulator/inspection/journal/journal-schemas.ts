import { z } from 'zod';
import type { ParameterKind } from '../../data/parameter-table.ts';

const hintKinds = [
  'unknown-parameter',
  'missing-parameter',
  'wrong-value',
  'wrong-password',
  'unknown-login',
  'no-permission',
  'number-as-id',
] as const;

const parameterForms = [
  'text',
  'digits',
  'amount',
  'flag',
  'language',
  'currency',
  'return-url',
  'date-time',
  'json',
  'secret',
] as const satisfies readonly ParameterKind[];

export const callHint = z
  .strictObject({
    kind: z
      .enum(hintKinds)
      .describe("`number-as-id`: the shop's own number of an order stands where the gateway's id belongs."),
    parameter: z.string().optional().describe('The parameter in question.'),
    meant: z.string().optional().describe('The known parameter that is spelt nearly the same.'),
    form: z.enum(parameterForms).optional().describe('What the value should have been.'),
    min: z.int().optional().describe('The shortest value, in characters.'),
    max: z.int().optional().describe('The longest one.'),
    word: z.string().optional().describe('The login, the permission, or the number of the order.'),
    says: z.string().describe('The hint as a sentence.'),
  })
  .meta({ id: 'CallHint' });

export const journalEntry = z
  .strictObject({
    number: z.int().describe('Counts the requests of all merchants, from 1.'),
    at: z.iso.datetime().describe("By the merchant's clock."),
    tookMs: z.number(),
    surface: z
      .enum(['api', 'page', 'acs', 'inbox'])
      .describe(
        "`api`: a shop's server, `page`: the card page, `acs`: the issuer's page, `inbox`: a callback that came to the inbox of the merchant.",
      ),
    method: z.string(),
    path: z.string(),
    parameters: z
      .record(z.string(), z.union([z.string(), z.array(z.string())]))
      .describe('Without card numbers, security codes and passwords.'),
    body: z.literal('json').optional().describe('Whether the call takes a JSON body; absent: a form.'),
    httpStatus: z.int(),
    contentType: z.string(),
    errorCode: z
      .int()
      .optional()
      .describe(
        '`errorCode` of the answer, or the code of its `error`; absent if it has none, as after most registrations.',
      ),
    isRefused: z
      .boolean()
      .describe(
        'Whether the gateway refused the call: by an error code, or by an HTTP status from 400. A declined payment is not refused.',
      ),
    isNotAccepted: z
      .literal(true)
      .optional()
      .describe(
        'The call names the merchant, but its password, token or signature is wrong or missing: it may be of another program.',
      ),
    fault: z
      .strictObject({
        scenario: z.string(),
        step: z.int().describe('Its index in `gateway` of the scenario.'),
        sentence: z.string().describe('Continues "the gateway ...".'),
      })
      .optional()
      .describe('The fault that a scenario gave to the answer.'),
    brokenBy: z
      .strictObject({ id: z.string(), sentence: z.string().describe('Continues "the gateway ...".') })
      .optional()
      .describe('The break of the merchant, if it has changed the call or its answer.'),
    hints: z
      .array(callHint)
      .optional()
      .describe('What the shop may have got wrong in a call of the merchant API; absent if nothing is known.'),
    answer: z.string().describe('As it was sent; of a page only the target of a redirect.'),
  })
  .meta({ id: 'JournalEntry' });

/** `amount=500` as a name and a value. */
const parameter = z
  .string()
  .regex(/^[^=]+=/, { error: 'expected a name and a value, such as amount=500' })
  .transform((text) => ({ name: text.slice(0, text.indexOf('=')), value: text.slice(text.indexOf('=') + 1) }));

const count = z.coerce.number().int();

/** A filter of the journal. */
export const journalFilter = z.strictObject({
  path: z
    .string()
    .min(1)
    .optional()
    .describe('Only calls of this endpoint: `refund.do`, `rest/refund.do` or the whole path.'),
  order: z.string().min(1).optional().describe('Only calls about this order: its orderId or its order number.'),
  method: z.string().min(1).optional().describe('Only calls by this method: `POST`.'),
  caller: z
    .literal('unknown')
    .optional()
    .describe(
      '`unknown`: instead of the calls of this merchant those of no known merchant, such as those with a wrong password.',
    ),
  httpStatus: count.optional().describe('Only calls that were answered with this HTTP status.'),
  errorCode: count.optional().describe('Only calls that were answered with this `errorCode`.'),
  refused: z
    .enum(['true', 'false'])
    .transform((word) => word === 'true')
    .optional()
    .describe('`true`: only calls that were refused; `false`: only the others.'),
  parameter: parameter
    .optional()
    .describe(
      'Only calls with this parameter, as `amount=500`. Card numbers are compared as the journal keeps them, masked.',
    ),
  since: count.min(0).optional().describe('Only entries with a higher number.'),
  until: count.min(0).optional().describe('Only entries up to this number.'),
  limit: count
    .min(1)
    .optional()
    .describe('At most this many: the first ones after `since`, or the last ones without it.'),
});

export const journalAnswer = z.strictObject({
  isOn: z.boolean().describe('Whether the gateway keeps a journal: JOURNAL_SIZE.'),
  dropped: z
    .int()
    .describe('The number of older entries of the merchant that were dropped for lack of room or for their age.'),
  entries: z.array(journalEntry).describe('Oldest first.'),
});
