import { Refused } from '../../domain/errors/refused.ts';
import { largestBody } from '../../http/read/body-limit.ts';
import { jsonObject } from '../../http/read/check-parameters.ts';

/** Shared by all orders that have none. */
const none: Readonly<Record<string, string>> = Object.freeze({});

/** Reads a JSON object of names and values; a value other than text becomes JSON text. @throws Refused for any other JSON. */
export const readParams = (text: string | undefined, field: string): Readonly<Record<string, string>> => {
  const sent = jsonObject(text, field);
  if (!sent) return none;
  const params = Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, paramText(value)]));
  refuseTooMany(params, field);
  return params;
};

/** Most parameters of an order or a template, and the most characters of those of an order: far above any real one. */
export const mostParams = 1_000;
const longestParams = largestBody;

/** @throws Refused if these are too many parameters for an order. */
export const refuseTooMany = (params: Readonly<Record<string, string>>, field: string): void => {
  const entries = Object.entries(params);
  const length = entries.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  if (entries.length > mostParams || length > longestParams) throw new Refused('json-invalid', { field });
};

const paramText = (value: unknown): string => {
  if (typeof value === 'string') return value;
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};
