import { type core, type ZodType, z } from 'zod';

/** A check that is skipped after another mistake, so that one mistake is one line. */
export const check = (error: string) => ({
  error,
  when: ({ issues }: { issues: readonly unknown[] }) => issues.length === 0,
});

/** A mapping without other keys. The error of an unknown key lists the known ones, for the suggestion. */
export const mapping = <Shape extends core.$ZodLooseShape>(shape: Shape, expected: string) =>
  z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? Object.keys(shape).join(' ') : expected),
  });

/** The words of a mistake in the published schema, for editors. Not for mappings: it would take the place of their own mistakes. */
export const says = (expected: string) => ({ errorMessage: `expected ${expected}` });

export const wholeNumber = (expected: string, least: number, most = Number.MAX_SAFE_INTEGER) =>
  z.int({ error: expected }).min(least, { error: expected }).max(most, { error: expected }).meta(says(expected));

export const text = (expected: string) =>
  z.string({ error: expected }).min(1, { error: expected }).meta(says(expected));

export const trueOrFalse = z.boolean({ error: 'true or false' }).meta(says('true or false'));

/** Longer lists of values are left out of messages. */
export const fewChoices = 10;

/** One of these values. Editors show the meaning of each. */
export const oneOf = <const Value extends string | number>(
  values: readonly Value[],
  meanings: Readonly<Record<Value, string>>,
  expected: string,
) =>
  z.literal([...values], { error: expected }).meta({
    enumDescriptions: values.map((value) => meanings[value]),
    // A mistake lists few values, which says more.
    ...(values.length > fewChoices && says(expected)),
  });

/** One of the words that have these meanings. */
export const wordOf = <const Word extends string>(meanings: Readonly<Record<Word, string>>, expected: string) =>
  oneOf(Object.keys(meanings) as Word[], meanings, expected);

/** The key in the metadata of a schema for words beside it. */
export const wordsBeside = 'wordsBeside';

export interface WordsBeside {
  readonly meanings: Readonly<Record<string, string>>;
  readonly expected: string;
}

/** Words that stand beside the schema in the published one, with their meanings. `expected`: of a word that is none of them. */
export const besides = (meanings: WordsBeside['meanings'], expected: string) => ({
  [wordsBeside]: { meanings, expected } satisfies WordsBeside,
});

/** At least one key; `most`: at most so many. */
export const filled = (most?: number) => ({ minProperties: 1, ...(most !== undefined && { maxProperties: most }) });

export const listOf = <Step extends ZodType>(step: Step, expected: string, least: string) =>
  z.array(step, { error: expected }).min(1, { error: least }).meta(says(expected));
