import { type Document, LineCounter, parseDocument } from 'yaml';
import type { LineOf } from './mistakes.ts';

export interface ReadOptions {
  /** The error for a file that cannot be read. */
  readonly refuse: (message: string) => Error;
  /** Mistakes name the column, too: `mine.yaml:7:3`. */
  readonly hasColumns?: boolean;
}

/** A file as data, with the places of its values. @throws what `refuse` makes if it is neither YAML nor JSON. */
export const readFileBody = (
  path: string,
  text: string,
  { refuse, hasColumns = false }: ReadOptions,
): { readonly body: unknown; readonly lineOf: LineOf } => {
  const unreadable = (message: string, place?: number | string): Error => refuse(unreadableText(path, message, place));
  if (isTooDeep(text)) throw unreadable('it is nested too deeply');
  const lines = new LineCounter();
  // JSON is YAML as well: one reader finds the lines of both.
  const document = parseDocument(text, { lineCounter: lines });
  const placeOf = ({ line, col }: { readonly line: number; readonly col: number }) =>
    hasColumns ? `${line}:${col}` : line;
  const lineOf: LineOf = (keys) => {
    const start = startOf(document, keys);
    return start === undefined ? undefined : placeOf(lines.linePos(start));
  };
  const [mistake] = document.errors;
  const [at] = mistake?.linePos ?? [];
  if (/\.json$/i.test(path))
    return { body: readJson(text, (message) => unreadable(message, at && placeOf(at))), lineOf };
  if (mistake) throw unreadable(mistake.message, at && placeOf(at));
  return { body: dataOf(document, unreadable), lineOf };
};

/** Deeper than any file of ours. The reader would need seconds for a text of thousands of brackets or dashes. */
const mostLevels = 50;

const isTooDeep = (text: string): boolean => {
  if (/(?:[-?:][ \t]+){50}/.test(text)) return true;
  let level = 0;
  for (const letter of text) {
    if (letter === '[' || letter === '{') level += 1;
    else if ((letter === ']' || letter === '}') && level > 0) level -= 1;
    if (level > mostLevels) return true;
  }
  return false;
};

/** An alias may name nothing, or far too much. */
const dataOf = (document: Document, unreadable: (message: string) => Error): unknown => {
  try {
    return document.toJS();
  } catch (error) {
    if (error instanceof ReferenceError) throw unreadable(error.message);
    throw error;
  }
};

const readJson = (text: string, unreadable: (message: string) => Error): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw unreadable((error as Error).message);
  }
};

const unreadableText = (path: string, message: string, place?: number | string): string => {
  const [reason = ''] = message.split('\n');
  const where = place === undefined ? path : `${path}:${place}`;
  return `${where}: cannot be read: ${reason.replace(/:$/, '')}`;
};

/** Where the value at this path begins, or the nearest value around it. */
const startOf = (document: Document, keys: readonly PropertyKey[]): number | undefined => {
  for (let length = keys.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(keys.slice(0, length), true);
    const range = (node as { readonly range?: readonly number[] } | null | undefined)?.range;
    if (range) return range[0] ?? 0;
  }
  return undefined;
};
