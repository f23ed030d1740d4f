import { createHash } from 'node:crypto';

/** Text that is kept letter by letter; no query searches for it. */
export interface Whole {
  readonly whole: string;
}

export type Value = string | number | boolean | null | Whole;

/** A row of an index has room for 2700 bytes, of several columns. */
const longestName = 300;

/**
 * A value for a column. PostgreSQL's text has no NUL and no half letters, so an unused letter stands for NUL. A name that is
 * too long for an index ends with its hash.
 */
export const columnValue = (value: Value): string | number | boolean | null => {
  if (typeof value === 'string') return shortened(value.replaceAll('\0', '\uffff').toWellFormed());
  return typeof value === 'object' && value !== null ? value.whole : value;
};

const shortened = (name: string): string =>
  name.length <= longestName
    ? name
    : `${name.slice(0, longestName).toWellFormed()}\uffff${createHash('sha256').update(name).digest('hex')}`;

export const documentOf = (thing: unknown): Whole => ({ whole: JSON.stringify(thing) });
