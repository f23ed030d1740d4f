import { z } from 'zod';
import { longestPattern, patternMistake } from '../../text/read-pattern.ts';
import { journalEntry } from './journal-schemas.ts';

const wantedValue = z
  .union(
    [
      z.string(),
      z.number(),
      z.boolean(),
      z.strictObject({ matches: z.string().meta({ maxLength: longestPattern, format: 'regex' }) }),
      z.null(),
    ],
    { error: 'expected a value, { "matches": "<regular expression>" }, or null for a parameter that is not sent' },
  )
  .describe(
    'The value; or `{ "matches": "^vip-" }` with a regular expression, without look-around and back-references; or null: the parameter is not sent.',
  );

/** As many as an entry of the journal has at most. */
const mostParameters = 200;

const call = {
  path: z.string().min(1).describe('The endpoint: `refund.do`, `rest/refund.do` or the whole path.'),
  method: z.enum(['GET', 'POST']).optional(),
  parameters: z
    .record(z.string(), wantedValue)
    .refine((wanted) => Object.keys(wanted).length <= mostParameters, {
      error: `expected at most ${mostParameters} parameters`,
    })
    .optional()
    .describe('Parameters of the call; others are ignored. Masked ones compare only in their masked form.'),
};

export const wantedCall = z.strictObject(call).meta({ id: 'WantedCall' });

const count = z.int().min(0).max(1_000_000);

const shape = z.strictObject({
  ...call,
  path: call.path.optional(),
  times: count.optional().describe('The exact number of calls; 0: never.'),
  atLeast: count.optional().describe('1 by default, if neither `times` nor `atMost` is given.'),
  atMost: count.optional(),
  inOrder: z
    .array(wantedCall)
    .min(1)
    .max(100)
    .optional()
    .describe('Several calls instead of one, in this order; other calls may come in between.'),
  since: z.int().min(0).optional().describe('Only calls with a higher number in the journal count.'),
});

/** The calls that a shop is expected to have made. */
export const verification = shape
  .superRefine((wanted, ctx) => {
    for (const [path, message] of contradictions(wanted)) ctx.addIssue({ code: 'custom', path: [path], message });
    for (const [path, message] of patternMistakes(wanted)) ctx.addIssue({ code: 'custom', path: [...path], message });
  })
  .meta({ id: 'Verification' });

/** The most patterns of one verification. */
const mostPatterns = 200;

type Mistake = readonly [path: readonly (string | number)[], message: string];

const patternMistakes = (wanted: z.output<typeof shape>): readonly Mistake[] => {
  const patterns = [wanted, ...(wanted.inOrder ?? [])].flatMap(({ parameters = {} }, index) =>
    Object.entries(parameters).flatMap(([name, value]) => {
      if (value === null || typeof value !== 'object') return [];
      const call = index === 0 ? [] : ['inOrder', index - 1];
      return [{ path: [...call, 'parameters', name, 'matches'], source: value.matches }];
    }),
  );
  if (patterns.length > mostPatterns) return [[['parameters'], `expected at most ${mostPatterns} patterns`]];
  return patterns.flatMap(({ path, source }): readonly Mistake[] => {
    const mistake = patternMistake(source);
    return mistake === undefined ? [] : [[path, `expected ${mistake}`]];
  });
};

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
    return others.map((name) => [name, 'cannot be combined with inOrder, which lists whole calls']);
  }
  if (path === undefined) return [['path', 'expected an endpoint such as refund.do, or a list in inOrder']];
  if (times !== undefined && (atLeast !== undefined || atMost !== undefined))
    return [['times', 'cannot be combined with atLeast or atMost']];
  return atLeast !== undefined && atMost !== undefined && atLeast > atMost
    ? [['atMost', 'expected at least the value of atLeast']]
    : [];
};

const difference = z.strictObject({
  field: z.string().describe('The difference: `method`, or `parameters.amount`.'),
  expected: z.string(),
  actual: z.string().optional().describe('Absent if the call has no such parameter.'),
  says: z.string().describe('The difference as a sentence.'),
});

export const verificationAnswer = z
  .strictObject({
    verified: z.boolean().describe('True only if it is certain.'),
    seen: z.int().describe('The number of matching calls.'),
    expected: z.string().describe('The expectation in words.'),
    matching: z.array(z.int()).describe('The numbers of the matching calls in the journal.'),
    nearest: z
      .array(z.strictObject({ entry: journalEntry, differences: z.array(difference) }))
      .describe('If a call is missing: the closest calls of the same endpoint, the closest first.'),
    incomplete: z
      .boolean()
      .describe('Calls that could match are no longer in the journal, so `verified: false` means unknown.'),
    notes: z.array(z.string()).describe('Further remarks.'),
    message: z
      .string()
      .describe(
        'All of it as text for the message of a failed test, with the timelines of the orders that the expected calls name by `orderId` or `mdOrder`.',
      ),
  })
  .meta({ id: 'VerificationAnswer' });
