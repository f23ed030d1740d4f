import { exampleParam } from '../banks/example-order.ts';
import { neutral } from './neutral.ts';

/** The further parameters of an order, under their own names. */
export const neutralParams = (names: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries([...names].sort().map((name) => [name, exampleParam(name)]));

/** A word of a protocol rather than of a person: `CARD`, `VERIFY`, `398`, `true`. */
export const isCode = (text: string): boolean => /^(?:[A-Z][A-Z0-9_]*|\d{1,3}|true|false)$/.test(text);

/**
 * JSON that the shop sent, with other texts: the names, numbers and codes stay. Texts that differ from one another do so
 * afterwards, because the codes of positions must.
 */
export const neutralJson = (value: unknown): unknown => {
  const seen = new Map<string, string>();
  const other = (text: string): string => {
    const known = seen.get(text) ?? `${neutral.text} ${seen.size + 1}`;
    seen.set(text, known);
    return known;
  };
  const change = (inner: unknown, name: string): unknown => {
    if (Array.isArray(inner)) return inner.map((one) => change(one, name));
    if (typeof inner === 'object' && inner !== null)
      return Object.fromEntries(Object.entries(inner).map(([key, one]) => [key, change(one, key)]));
    return typeof inner === 'string' ? neutralText(name, inner, other) : inner;
  };
  return change(value, '');
};

const neutralText = (name: string, text: string, other: (text: string) => string): string => {
  if (text === '' || isCode(text)) return text;
  if (/mail/i.test(name)) return neutral.email;
  if (/phone/i.test(name)) return neutral.phone;
  if (/^\d{4}-\d\d-\d\dT[\d:]+/.test(text)) return neutral.date;
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return neutral.date.slice(0, 10);
  if (/date/i.test(name) && /^\d+$/.test(text)) return text.length > 10 ? String(neutral.dateMs) : text;
  if (/^https?:/.test(text)) return neutral.returnUrl;
  return other(text);
};
