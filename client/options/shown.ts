import { types } from 'node:util';

/** The longest text that a message repeats. */
const longest = 60;

/** A value in a message: never the inside of an object, a card number, a login in an address, or anything of a secret. */
export const shown = (value: unknown, { isSecret = false }: { readonly isSecret?: boolean } = {}): string => {
  if (value === null || value === undefined) return String(value);
  if (typeof value === 'object') return kindOf(value);
  if (isSecret || typeof value === 'function' || typeof value === 'symbol') return `a ${typeof value}`;
  if (typeof value !== 'string') return hidden(String(value));
  const text = hidden(value);
  return JSON.stringify(text.length > longest ? `${text.slice(0, longest - 1)}…` : text);
};

const kindOf = (value: object): string => {
  if (Array.isArray(value)) return 'a list';
  if (isOptionsObject(value)) return 'an object';
  if (types.isDate(value) && Number.isNaN(value.getTime())) return 'an invalid Date';
  return `a ${tagOf(value)}`;
};

const tagOf = (value: object): string => Object.prototype.toString.call(value).slice('[object '.length, -1);

/** Whether a value has named fields: no list, and nothing whose content a loop does not see, such as a Promise or a Map. */
export const isOptionsObject = (value: unknown): value is Readonly<Record<string, unknown>> => {
  if (typeof value !== 'object' || value === null) return false;
  const tag = tagOf(value);
  return tag === 'Object' || tag === 'Module';
};

const hidden = (text: string): string => text.replace(/\d{12,19}/g, '***').replace(/\/\/[^/@\s]*@/g, '//***@');
