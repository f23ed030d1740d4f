import { jsonObject } from '../../http/read/check-parameters.ts';

/** Shared by all orders that have none. */
const none: Readonly<Record<string, string>> = Object.freeze({});

/** Reads a JSON object of names and values; a value other than text becomes JSON text. @throws Refused for any other JSON. */
export const readParams = (text: string | undefined, field: string): Readonly<Record<string, string>> => {
  const sent = jsonObject(text, field);
  return sent ? Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, paramText(value)])) : none;
};

const paramText = (value: unknown): string => {
  if (typeof value === 'string') return value;
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};
