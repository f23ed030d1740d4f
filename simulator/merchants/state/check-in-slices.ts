import { type core, z } from 'zod';
import { hideInSettings } from '../../masking/hide-card-data.ts';
import { giveWay } from '../../runtime/machine-time.ts';

/** The checked value, or its mistakes. */
type Checked<Value> =
  | { readonly data: Value; readonly issues?: undefined }
  | { readonly data?: undefined; readonly issues: readonly core.$ZodIssue[] };

/**
 * As `safeParse` of an object, but without card numbers, and in slices: things in its lists, and entries of its records, are checked one by one, so
 * that other requests are answered meanwhile. The mistakes are those of the first wrong thing.
 */
export const checkInSlices = async <Value>(schema: z.ZodType<Value>, value: unknown): Promise<Checked<Value>> => {
  const parts = schema instanceof z.ZodObject && isObject(value) ? partsIn(schema.shape, value) : [];
  const empty = parts.map(({ name, things }) => [name, Array.isArray(things) ? [] : {}]);
  const outline = schema.safeParse(
    hideInSettings(isObject(value) ? { ...value, ...Object.fromEntries(empty) } : value),
  );
  if (!outline.success) return { issues: outline.error.issues };

  const whole: Record<string, unknown> = { ...(outline.data as object) };
  for (const { name, field, things } of parts) {
    const isList = Array.isArray(things);
    const checked: [PropertyKey, unknown][] = [];
    for (const [key, thing] of isList ? things.entries() : Object.entries(things)) {
      const { data, error } = field.safeParse(hideInSettings(isList ? [thing] : { [key]: thing }));
      if (error) return { issues: error.issues.map((issue) => at([name, key], issue)) };
      checked.push([key, Object.values(data as object)[0]]);
      await giveWay();
    }
    whole[name] = isList ? checked.map(([, thing]) => thing) : Object.fromEntries(checked);
  }
  return { data: whole as Value };
};

interface Part {
  readonly name: string;
  readonly field: z.ZodType;
  readonly things: readonly unknown[] | Readonly<Record<string, unknown>>;
}

const partsIn = (shape: Readonly<Record<string, unknown>>, value: Readonly<Record<string, unknown>>): readonly Part[] =>
  Object.entries(shape).flatMap(([name, field]) => {
    const things = value[name];
    const isPart =
      (field instanceof z.ZodArray && Array.isArray(things)) || (field instanceof z.ZodRecord && isObject(things));
    return isPart ? [{ name, field: field as z.ZodType, things: things as Part['things'] }] : [];
  });

/** An issue of a thing that was checked alone, at its place in the whole. */
const at = (place: readonly PropertyKey[], issue: core.$ZodIssue): core.$ZodIssue => ({
  ...issue,
  path: [...place, ...issue.path.slice(1)],
});

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
