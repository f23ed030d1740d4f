import { createHash } from 'node:crypto';

/** Text that is kept letter by letter and that nothing is found by. */
export interface Whole {
  readonly whole: string;
}

export type Value = string | number | boolean | null | Whole;

/** A row of an index has room for 2700 bytes, of several columns. */
const longestName = 300;

/**
 * A value as a column takes it. PostgreSQL's text has no NUL and no half letters, so a letter that nobody writes stands
 * for NUL. Of a name that no index has room for, the end is its hash.
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
