import type { ParameterKind, ParameterRow, ParameterTable, Values } from '../../data/parameter-table.ts';
import { type RefusalReason, Refused } from '../../domain/errors/refused.ts';
import { jsonLimits, readJson } from '../../text/read-json.ts';
import { type Parameters, parameter } from './parameters.ts';

/** Markup or script; the gateway forbids both in every field. Source: BPC REST documentation, general requirements. */
const markup = /<[a-z!/?]|javascript:/i;

/** Schemes that would make a browser run code or read files. */
const dangerousScheme = /^\s*(javascript|data|vbscript|file|blob|about)\s*:/i;

type Check = (value: string, name: string, row: ParameterRow) => void;

const refuseUnless = (holds: boolean, name: string): void => {
  if (!holds) throw new Refused('value-invalid', { field: name });
};

const refuseLength = (value: string, name: string, row: ParameterRow): void => {
  const { min = 0, max = Number.POSITIVE_INFINITY, malformed = 'value-invalid' } = row;
  if (value.length < min || value.length > max) throw new Refused(malformed, { field: name });
};

/** Refuses markup, and characters that no text can keep: NUL and half of a surrogate pair. */
const refuseCode = (text: string, name: string): void => {
  if (markup.test(text)) throw new Refused('markup-refused', { field: name });
  refuseUnless(text.isWellFormed() && !text.includes('\0'), name);
};

/** JSON text with its escapes written out, so that they hide nothing. */
const withoutEscapes = (json: string): string =>
  json.includes('\\')
    ? json.replace(/\\(?:u([0-9a-f]{4})|(.))/gis, (_, hex: string | undefined, other: string) =>
        hex !== undefined ? String.fromCharCode(Number.parseInt(hex, 16)) : other === '/' ? '/' : ' ',
      )
    : json;

const checks: Readonly<Record<ParameterKind, Check>> = {
  text: (value, name, row) => {
    refuseLength(value, name, row);
    refuseCode(value, name);
  },
  digits: (value, name, row) => {
    refuseLength(value, name, row);
    refuseUnless(/^\d+$/.test(value), name);
  },
  amount: (value) => {
    if (!/^\d{1,12}$/.test(value)) throw new Refused('amount-invalid');
  },
  flag: (value, name) => refuseUnless(/^(?:true|false|1|0|on|off|yes|no)$/i.test(value), name),
  language: () => {},
  currency: (value) => {
    if (!/^\d{3}$/.test(value)) throw new Refused('currency-unknown', { value: value.slice(0, 8) });
  },
  'return-url': (value, name, { max = 512 }) => {
    const isRelative = /^[./\\]/.test(value);
    if (isRelative || value.length > max || dangerousScheme.test(value) || markup.test(value) || hasControls(value)) {
      throw new Refused('return-url-invalid', { field: name });
    }
  },
  'date-time': (value, name) => refuseUnless(dateTimeMs(value) !== undefined, name),
  json: (value, name) => refuseCode(withoutEscapes(value), name),
  secret: () => {},
};

/** Values that mean "not set" for one kind. Source: a public Go client sends `currency=0` and `sessionTimeoutSecs=0`. */
const isUnset = (value: string, row: ParameterRow): boolean =>
  value === '0' && (row.kind === 'currency' || (row.kind === 'digits' && row.min !== undefined && row.min > 0));

/**
 * A function that takes out of a request what an endpoint knows; the rest is ignored. Made once per endpoint.
 * It throws Refused for the first required parameter that is missing, in table order, then for the first that is
 * malformed, in the order of the request.
 */
export const parameterChecker = (table: ParameterTable): ((parameters: Parameters) => Values) => {
  const rows = new Map(Object.entries(table));
  const required = [...rows].filter(([, row]) => row.required);

  return (parameters) => {
    for (const [name, row] of required) {
      if (sentValue(parameters, name, row) === undefined) throw missing(name, row);
    }
    const values: Record<string, string> = Object.create(null);
    for (const name in parameters) {
      const row = rows.get(name);
      if (!row) continue;
      const value = sentValue(parameters, name, row);
      if (value === undefined) continue;
      checks[row.kind](value, name, row);
      values[name] = value;
    }
    return values;
  };
};

/** Whether a parameter of an endpoint cannot have this value, which was sent. */
export const isWrongValue = (value: string, name: string, row: ParameterRow): boolean => {
  if (isUnset(value, row)) return false;
  try {
    checks[row.kind](value, name, row);
    return false;
  } catch (error) {
    if (error instanceof Refused) return true;
    throw error;
  }
};

const sentValue = (parameters: Parameters, name: string, row: ParameterRow): string | undefined => {
  const value = parameter(parameters, name);
  return value === undefined || isUnset(value, row) ? undefined : value;
};

/** Why a call without this required parameter is refused. */
export const reasonWithout = ({ kind, missing: own }: ParameterRow): RefusalReason =>
  own ?? (kind === 'amount' ? 'amount-missing' : 'parameter-missing');

const missing = (name: string, row: ParameterRow): Refused => new Refused(reasonWithout(row), { field: name });

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const hasControls = (value: string): boolean => /[\u0000-\u0020\u007f]/.test(value);

/** Milliseconds since 1970 of `yyyy-MM-ddTHH:mm:ss`, taken as UTC; undefined if it is no such time, or one before 1970. Source: BPC REST documentation for the auto* dates; UTC for expirationDate is a guess. */
export const dateTimeMs = (value: string): number | undefined => {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(value)) return undefined;
  const ms = Date.parse(`${value}Z`);
  // 31 February would otherwise be 3 March.
  return !(ms >= 0) || !new Date(ms).toISOString().startsWith(value) ? undefined : ms;
};

/** Whether a flag is set, in each spelling that Spring, on which the gateway runs, takes for one. */
export const isTrue = (flag: string | undefined): boolean => flag !== undefined && /^(?:true|1|on|yes)$/i.test(flag);

/** A JSON object sent as text; undefined for `null`-like and empty ones. @throws Refused for anything else. */
export const jsonObject = (text: string | undefined, field: string): Readonly<Record<string, unknown>> | undefined => {
  if (text === undefined) return undefined;
  const value = parseJson(text, field);
  if (value === null) return undefined;
  if (typeof value !== 'object' || Array.isArray(value)) throw new Refused('json-invalid', { field });
  return value as Readonly<Record<string, unknown>>;
};

/** The limits of a list, whose objects may each be as deep as any other. */
const listLimits = { ...jsonLimits, levels: jsonLimits.levels + 1 };

/** A list of JSON objects sent as text. @throws Refused for anything else. */
export const jsonList = (text: string | undefined, field: string): readonly Readonly<Record<string, unknown>>[] => {
  const list = text === undefined ? undefined : parseJson(text, field, listLimits);
  const isOne = (value: unknown): boolean => typeof value === 'object' && value !== null;
  if (!Array.isArray(list) || !list.every(isOne)) throw new Refused('json-invalid', { field });
  return list;
};

const parseJson = (text: string, field: string, limits = jsonLimits): unknown => {
  try {
    return readJson(text, limits);
  } catch {
    throw new Refused('json-invalid', { field });
  }
};
