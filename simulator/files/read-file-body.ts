import { type Document, LineCounter, parseDocument, type YAMLParseError } from 'yaml';
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
  if (text.trim() === '') throw unreadable('it is empty');
  const [mistake] = document.errors;
  const [at] = mistake?.linePos ?? [];
  const isJson = /\.json$/i.test(path);
  if (isJson)
    checkJson(text, (message, offset) => unreadable(message, placeIn(offset, lines, placeOf) ?? (at && placeOf(at))));
  if (mistake && (!isJson || mistake.code === 'DUPLICATE_KEY'))
    throw unreadable(mistakeText(mistake, text), at && placeOf(at));
  if (document.contents === null) throw unreadable('it has only comments');
  return { body: isJson ? JSON.parse(text) : dataOf(document, unreadable), lineOf };
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

/** The mistakes that people make, in words for them; others in those of the reader of YAML, without the place. */
const mistakeText = ({ code, message, pos: [at] }: YAMLParseError, text: string): string => {
  if (code === 'DUPLICATE_KEY') return `the key ${/^["']?([^"':\s]+)/.exec(text.slice(at))?.[1] ?? ''} stands twice`;
  if (code === 'MULTIPLE_DOCS') return 'it has several documents, divided by ---; each needs a file of its own';
  return message.replace(/ at line \d+, column \d+:?[\s\S]*$/, '');
};

/** Where JSON is wrong. */
type JsonMistake = (message: string, offset: number | undefined) => Error;

const checkJson = (text: string, unreadable: JsonMistake): void => {
  try {
    JSON.parse(text);
  } catch (error) {
    const { message } = error as Error;
    const offset = offsetIn(message, text);
    throw unreadable(jsonMistakeText(message, text, offset), offset);
  }
};

/** How many letters of the text V8 shows before the wrong one. */
const shownBefore = 10;

/** The offset that a message of V8 names, or shows by the letters around it. */
const offsetIn = (message: string, text: string): number | undefined => {
  const [, position] = / at position (\d+)/.exec(message) ?? [];
  if (position !== undefined) return Number(position);
  const [, token = '', dots, around] =
    /^Unexpected token '(.)', (\.\.\.)?"([\s\S]*)"(?:\.\.\.)? is not/u.exec(message) ?? [];
  if (around === undefined) return undefined;
  return dots === undefined ? text.indexOf(token) : text.indexOf(around) + shownBefore;
};

const jsonMistakeText = (message: string, text: string, offset = text.length): string => {
  const letter = text.charAt(offset);
  if (/[\]}]/.test(letter) && text.slice(0, offset).trimEnd().endsWith(','))
    return `there is a comma too much before ${letter}`;
  if (letter === '/' || letter === '#') return 'JSON has no comments';
  if (letter === "'") return 'JSON has double quotes only';
  return message.replace(/(?:, (?:\.\.\.)?"| in JSON| at position| is not valid JSON)[\s\S]*$/, '');
};

const placeIn = <Place>(
  offset: number | undefined,
  lines: LineCounter,
  placeOf: (at: { readonly line: number; readonly col: number }) => Place,
): Place | undefined => (offset === undefined || offset < 0 ? undefined : placeOf(lines.linePos(offset)));

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
