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
  if (!(value instanceof Date)) return 'an object';
  return Number.isNaN(value.getTime()) ? 'an invalid Date' : 'a Date';
};

const hidden = (text: string): string => text.replace(/\d{12,19}/g, '***').replace(/\/\/[^/@\s]*@/g, '//***@');
