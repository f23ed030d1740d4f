import { type ZodType, z } from 'zod';
import { type Duration, milliseconds } from '../../domain/duration.ts';
import type { Setting } from '../steps/setting.ts';
import type { AnyStep } from '../steps/step.ts';
import { check, mapping } from './schema-parts.ts';

/** A time up to this long. `expected`: the text of an error. */
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

const fieldValue = z.union([z.string(), z.int()], { error: 'a text or a whole number' }).optional();

type Schemas = {
  readonly [Type in Setting['type']]: (setting: Extract<Setting, { readonly type: Type }>) => ZodType;
};

const schemas: Schemas = {
  flag: () => z.literal(true, { error: 'true' }),
  wholeNumber: ({ expected, least, most }) => {
    const number = z.int({ error: expected }).min(least, { error: expected });
    return most === undefined ? number : number.max(most, { error: expected });
  },
  time: ({ expected, longestMs }) => durationSchema(longestMs, expected),
  timeOrRange: ({ expected, longestMs }) => {
    const time = durationSchema(longestMs, expected);
    const range = z
      .strictObject({ from: time, to: time }, { error: expected })
      .refine(({ from, to }) => milliseconds(from) <= milliseconds(to), { error: expected });
    return z.union([time, range], { error: expected });
  },
  oneOf: ({ expected, values }) => z.literal(values, { error: expected }),
  pattern: ({ expected, pattern }) => z.string({ error: expected }).regex(pattern, { error: expected }),
  fields: ({ expected, names }) =>
    mapping(Object.fromEntries(names.map((name) => [name, fieldValue])), expected).refine(
      (values) => Object.keys(values).length > 0,
      check(expected),
    ),
  anyOf: ({ expected, settings }) => z.union(settings.map(settingSchema), { error: expected }),
};

const settingSchema = (setting: Setting): ZodType => (schemas[setting.type] as (setting: Setting) => ZodType)(setting);

/** A mapping of the keys of a table, at least one of them. */
export const keysOf = (table: Readonly<Record<string, AnyStep<unknown>>>, expected: string, least: string) =>
  mapping(
    Object.fromEntries(
      Object.entries(table).map(([key, { setting, about }]) => [
        key,
        settingSchema(setting).describe(about).optional(),
      ]),
    ),
    expected,
  ).refine((entry) => Object.keys(entry).length > 0, check(least));
