import { type ZodType, z } from 'zod';
import { callbackParameterOperations } from '../../data/callback-parameters.ts';
import { besides, check, filled, mapping, oneOf, says, wholeNumber } from '../../files/schema-parts.ts';
import { type Duration, durationPattern, meantTime, milliseconds } from '../../text/duration.ts';
import type { SettingForm } from '../steps/setting.ts';
import { bareSteps, isBare, meantStep, type Table } from './bare-step.ts';

export const durationSchema = (longestMs: number, expected: string): ZodType<Duration> =>
  z.preprocess(
    (given, context: z.RefinementCtx) => {
      const meant = meantTime(given, longestMs);
      if (meant === undefined) return given;
      context.addIssue(meaning(expected, given, meant));
      return z.NEVER;
    },
    z
      .string({ error: expected })
      .regex(durationPattern, { error: expected })
      .refine((text) => !(milliseconds(text) > longestMs), { error: expected })
      .meta(says(expected)),
  );

const fieldExpected = 'a text or a whole number';

const fieldValue = z.union([z.string(), z.int()], { error: fieldExpected }).meta(says(fieldExpected)).optional();

/** The fields of a callback by their names, with a description each. */
export const callbackFields = (names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, fieldValue.describe(fieldMeaning(name))]));

const fieldMeaning = (name: string): string => {
  const operations = (callbackParameterOperations as Readonly<Record<string, readonly string[]>>)[name];
  return operations
    ? `The parameter \`${name}\` of the callback, which comes with ${operations.join(', ')}.`
    : `The field \`${name}\` of the callback, which comes with each.`;
};

type Schemas = {
  readonly [Type in SettingForm['type']]: (
    form: Extract<SettingForm, { readonly type: Type }>,
    expected: string,
  ) => ZodType;
};

const schemas: Schemas = {
  flag: (_, expected) => z.literal(true, { error: expected }).meta(says(expected)),
  wholeNumber: ({ least, most }, expected) => wholeNumber(expected, least, most),
  time: ({ longestMs }, expected) => durationSchema(longestMs, expected),
  timeOrRange: ({ longestMs, expectedEnd }, expected) => {
    const end = durationSchema(longestMs, expectedEnd);
    const range = z
      .strictObject(
        { from: end.describe('The shortest time.'), to: end.describe('The longest time.') },
        { error: expected },
      )
      .refine(({ from, to }) => milliseconds(from) <= milliseconds(to), { error: expected });
    return z.union([durationSchema(longestMs, expected), range], { error: expected }).meta(says(expected));
  },
  oneOf: ({ values, meanings }, expected) => oneOf(values, meanings, expected),
  pattern: ({ pattern }, expected) =>
    z.string({ error: expected }).regex(pattern, { error: expected }).meta(says(expected)),
  fields: ({ names }, expected) =>
    mapping(callbackFields(names), expected)
      .refine((values) => Object.keys(values).length > 0, check(expected))
      .meta(filled()),
  anyOf: ({ settings }, expected) =>
    z
      .union(
        settings.map((form) => settingSchema(form, expected)),
        { error: expected },
      )
      .meta(says(expected)),
};

const settingSchema = (form: SettingForm, expected: string): ZodType =>
  (schemas[form.type] as (form: SettingForm, expected: string) => ZodType)(form, expected);

/** A mapping with at least one key of a table, or the bare name of a step that needs no setting. */
export const keysOf = (table: Table, expected: string, least: string, most?: number) =>
  z
    .preprocess(
      inLongForm(table, expected),
      mapping(
        Object.fromEntries(
          Object.entries(table).map(([key, { setting, about }]) => [
            key,
            settingSchema(setting, setting.expected).describe(about).optional(),
          ]),
        ),
        expected,
      ).refine((entry) => Object.keys(entry).length > 0, check(least)),
    )
    .meta({
      ...besides(
        Object.fromEntries(bareSteps(table).map((name) => [name, table[name]?.about ?? ''])),
        `${expected}: a step with a setting is a mapping, such as ${settingExample(table)}`,
      ),
      ...filled(most),
    });

const settingExample = (table: Table): string => {
  const name = Object.keys(table).find((key) => !isBare(table, key)) ?? Object.keys(table).at(-1) ?? '';
  return meantStep(table, name) ?? name;
};

/** `approve` as `{ approve: true }`. */
const inLongForm = (table: Table, expected: string) => (entry: unknown, context: z.RefinementCtx) => {
  if (typeof entry !== 'string' && typeof entry !== 'number') return withoutEmpty(table, entry, context);
  if (typeof entry === 'string' && isBare(table, entry)) return { [entry]: true };
  const step = Object.hasOwn(table, entry) ? table[entry] : undefined;
  const meant = meantStep(table, entry);
  if (!meant && typeof entry === 'number') return entry;
  context.addIssue(
    meant
      ? meaning(step ? `${entry} with its setting, ${step.setting.expected}` : expected, entry, meant)
      : { code: 'invalid_value', values: Object.keys(table), message: expected, input: entry },
  );
  return z.NEVER;
};

/** An entry whose steps have settings; `decline:` alone has none. */
const withoutEmpty = (table: Table, entry: unknown, context: z.RefinementCtx): unknown => {
  const steps = typeof entry === 'object' && entry !== null ? Object.entries(entry) : [];
  const empty = steps.flatMap(([name, setting]) => {
    const step = setting === null && Object.hasOwn(table, name) ? table[name] : undefined;
    return step ? [{ ...meaning(step.setting.expected, null, meantStep(table, name) ?? name), path: [name] }] : [];
  });
  for (const issue of empty) context.addIssue(issue);
  return empty.length > 0 ? z.NEVER : entry;
};

/** An entry of a list whose step stands under `do`. `around` writes the rest of the entry, for a step without it. */
export const entryOf = <Entry extends ZodType>(
  entry: Entry,
  {
    table,
    expected,
    around,
  }: { readonly table: Table; readonly expected: string; readonly around: (step: string) => string },
) =>
  z.preprocess((given, context: z.RefinementCtx) => {
    const meant = typeof given === 'string' ? meantStep(table, given) : undefined;
    if (!meant) return given;
    context.addIssue(meaning(expected, given, around(meant)));
    return z.NEVER;
  }, entry);

/** An issue whose line ends with the meant value. */
const meaning = (message: string, input: unknown, meant: string) =>
  ({ code: 'custom', message, input, params: { meant } }) as const;
