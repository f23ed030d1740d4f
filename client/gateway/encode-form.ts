import { types } from 'node:util';
import { minorUnits as minorUnitsCheck } from '../options/checks.ts';
import { checkUse } from './check-use.ts';
import { WrongUse } from './gateway-errors.ts';

/** Fields of a call before encoding; undefined and null are left out. */
export type FormFields = Readonly<Record<string, unknown>>;

/**
 * Form-encodes the fields of a call. A Date becomes `yyyy-MM-ddTHH:mm:ss` in UTC, a list of texts repeats its field,
 * any other object or list becomes JSON. Source: BPC REST documentation, general conventions.
 */
export const encodeForm = (fields: FormFields): string => {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    for (const text of fieldTexts(name, value)) form.append(name, text);
  }
  return form.toString();
};

const fieldTexts = (name: string, value: unknown): string[] => {
  if (value === undefined || value === null) return [];
  if (types.isDate(value)) return [dateText(name, value)];
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
  if (typeof value === 'object') return [JSON.stringify(value)];
  return [String(value)];
};

/** `yyyy-MM-ddTHH:mm:ss` in UTC. */
export const dateText = (name: string, date: Date): string => {
  if (Number.isNaN(date.getTime())) throw new WrongUse(`${name} is not a valid date`);
  return date.toISOString().slice(0, 19);
};

/** The fields of a call as JSON. Absent ones are omitted; a Date is written as in forms. */
export const encodeJson = (fields: FormFields): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(fields)
        .filter(([, value]) => value !== undefined && value !== null)
        .map(([name, value]) => [name, types.isDate(value) ? dateText(name, value) : value]),
    ),
  );

/** Returns an amount unchanged, or throws: the gateway counts in minor units (tiyn, kopecks, cents), never in fractions. */
export const minorUnits = (name: string, amount: unknown): number => {
  checkUse(name, minorUnitsCheck, amount);
  return amount as number;
};

/** The same for an amount that may be absent. */
export const optionalMinorUnits = (name: string, amount: unknown): number | undefined =>
  amount === undefined ? undefined : minorUnits(name, amount);

/** The input of a call, with this field in it. */
export const needField = <Input extends object>(call: string, input: Input, field: keyof Input & string): Input => {
  if (input[field]) return input;
  throw new WrongUse(`${call} needs ${field}`);
};
