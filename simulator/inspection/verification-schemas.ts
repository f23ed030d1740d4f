import { z } from 'zod';
import { journalEntry } from './journal-schemas.ts';

/** Longest pattern, in characters. */
const longestPattern = 500;

const isPattern = (text: string): boolean => {
  try {
    return new RegExp(text) instanceof RegExp;
  } catch {
    return false;
  }
};

const wantedValue = z
  .union(
    [
      z.string(),
      z.number(),
      z.boolean(),
      z.strictObject({
        matches: z.string().max(longestPattern).refine(isPattern, { error: 'expected a regular expression' }),
      }),
      z.null(),
    ],
    { error: 'expected a value, { "matches": "<regular expression>" }, or null for a parameter that is not sent' },
  )
  .describe('The value; or `{ "matches": "^vip-" }` with a regular expression; or null: the parameter is not sent.');

const call = {
  path: z.string().min(1).describe('The endpoint: `refund.do`, `rest/refund.do` or the whole path.'),
  method: z.enum(['GET', 'POST']).optional(),
  parameters: z
    .record(z.string(), wantedValue)
    .optional()
    .describe('Parameters that the call has; others do not matter. Masked ones compare only in their masked form.'),
};

export const wantedCall = z.strictObject(call).meta({ id: 'WantedCall' });

const count = z.int().min(0).max(1_000_000);

/** What the shop is expected to have called. */
export const verification = z
  .strictObject({
    ...call,
    path: call.path.optional(),
    times: count.optional().describe('Exactly so often; 0: never.'),
    atLeast: count.optional().describe('1 by default, where neither `times` nor `atMost` is given.'),
    atMost: count.optional(),
    inOrder: z
      .array(wantedCall)
      .min(1)
      .max(100)
      .optional()
      .describe('Instead of one call: several, each after the one before it; others may lie in between.'),
    since: z.int().min(0).optional().describe('Only calls with a higher number in the journal count.'),
  })
  .superRefine((wanted, ctx) => {
    for (const [path, message] of contradictions(wanted)) ctx.addIssue({ code: 'custom', path: [path], message });
  })
  .meta({ id: 'Verification' });

interface Counted {
  readonly path?: string | undefined;
  readonly times?: number | undefined;
  readonly atLeast?: number | undefined;
  readonly atMost?: number | undefined;
  readonly inOrder?: unknown;
}

const contradictions = (wanted: Counted): readonly (readonly [field: string, what: string])[] => {
  const { path, times, atLeast, atMost, inOrder } = wanted;
  if (inOrder !== undefined) {
    const others = (['path', 'method', 'parameters', 'times', 'atLeast', 'atMost'] as const).filter(
      (name) => name in wanted,
    );
    return others.map((name) => [name, 'does not go with inOrder, which lists whole calls']);
  }
  if (path === undefined) return [['path', 'expected an endpoint such as refund.do, or a list in inOrder']];
  if (times !== undefined && (atLeast !== undefined || atMost !== undefined))
    return [['times', 'does not go with atLeast or atMost']];
  return atLeast !== undefined && atMost !== undefined && atLeast > atMost
    ? [['atMost', 'expected no less than atLeast']]
    : [];
};

const difference = z.strictObject({
  field: z.string().describe('What differs: `method`, or `parameters.amount`.'),
  expected: z.string(),
  actual: z.string().optional().describe('Absent where the call has no such parameter.'),
  says: z.string().describe('The same as a sentence.'),
});

export const verificationAnswer = z
  .strictObject({
    verified: z.boolean().describe('True only where it is certain.'),
    seen: z.int().describe('How many calls were found that count.'),
    expected: z.string().describe('What was asked for, in words.'),
    matching: z.array(z.int()).describe('Numbers of the calls that count, in the journal.'),
    nearest: z
      .array(z.strictObject({ entry: journalEntry, differences: z.array(difference) }))
      .describe('Where a call is missing: calls of the same endpoint that come closest, the closest first.'),
    incomplete: z
      .boolean()
      .describe('Calls that might count are no longer in the journal: `verified: false` means that nobody knows.'),
    notes: z.array(z.string()).describe('What else one should know.'),
  })
  .meta({ id: 'VerificationAnswer' });
