import { type ZodType, z } from 'zod';
import { type Duration, milliseconds } from '../../domain/duration.ts';
import type { SettingForm } from '../steps/setting.ts';
import type { AnyStep } from '../steps/step.ts';
import { check, mapping, wholeNumber } from './schema-parts.ts';

export const durationSchema = (longestMs: number, expected: string): ZodType<Duration> =>
  z.union(
    [
      z.int({ error: expected }).min(0, { error: expected }).max(longestMs, { error: expected }),
      z
        .string({ error: expected })
        .regex(/^\d+(\.\d+)?(ms|s|m|h|d)$/, { error: expected })
        .refine((text) => !(milliseconds(text) > longestMs), { error: expected }),
    ],
    { error: expected },
  );

export const fieldValue = z.union([z.string(), z.int()], { error: 'a text or a whole number' }).optional();

/** The key in the metadata of a schema for the names that may stand in place of the mapping. */
export const bareNames = 'bareNames';

type Schemas = {
  readonly [Type in SettingForm['type']]: (
    form: Extract<SettingForm, { readonly type: Type }>,
    expected: string,
  ) => ZodType;
};

const schemas: Schemas = {
  flag: (_, expected) => z.literal(true, { error: expected }),
  wholeNumber: ({ least, most = Number.MAX_SAFE_INTEGER }, expected) =>
    wholeNumber(expected, least).max(most, { error: expected }),
  time: ({ longestMs }, expected) => durationSchema(longestMs, expected),
  timeOrRange: ({ longestMs }, expected) => {
    const time = durationSchema(longestMs, expected);
    const range = z
      .strictObject({ from: time, to: time }, { error: expected })
      .refine(({ from, to }) => milliseconds(from) <= milliseconds(to), { error: expected });
    return z.union([time, range], { error: expected });
  },
  oneOf: ({ values }, expected) => z.literal(values, { error: expected }),
  pattern: ({ pattern }, expected) => z.string({ error: expected }).regex(pattern, { error: expected }),
  fields: ({ names }, expected) =>
    mapping(Object.fromEntries(names.map((name) => [name, fieldValue])), expected).refine(
      (values) => Object.keys(values).length > 0,
      check(expected),
    ),
  anyOf: ({ settings }, expected) =>
    z.union(
      settings.map((form) => settingSchema(form, expected)),
      { error: expected },
    ),
};

const settingSchema = (form: SettingForm, expected: string): ZodType =>
  (schemas[form.type] as (form: SettingForm, expected: string) => ZodType)(form, expected);

type Table = Readonly<Record<string, AnyStep<unknown>>>;

/** A mapping with at least one key of a table, or the bare name of a step that needs no setting. */
export const keysOf = (table: Table, expected: string, least: string) =>
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
    .meta({ [bareNames]: Object.keys(table).filter((name) => isBare(table, name)) });

const isBare = (table: Table, name: string): boolean => {
  const form = Object.hasOwn(table, name) ? table[name]?.setting : undefined;
  return form?.type === 'flag' || (form?.type === 'anyOf' && form.settings.some(({ type }) => type === 'flag'));
};

/** `approve` as `{ approve: true }`. */
const inLongForm = (table: Table, expected: string) => (entry: unknown, context: z.RefinementCtx) => {
  if (typeof entry !== 'string') return entry;
  if (isBare(table, entry)) return { [entry]: true };
  const step = Object.hasOwn(table, entry) ? table[entry] : undefined;
  context.addIssue(
    step
      ? { code: 'custom', message: `${entry} with its setting, ${step.setting.expected}`, input: entry }
      : { code: 'invalid_value', values: Object.keys(table), message: expected, input: entry },
  );
  return z.NEVER;
};
