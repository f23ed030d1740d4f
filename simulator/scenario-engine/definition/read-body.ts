import { type Document, LineCounter, parseDocument } from 'yaml';
import { ScenarioError } from '../../domain/scenario-error.ts';
import type { LineOf } from './parse-scenario.ts';

interface ReadOptions {
  /** Mistakes name the column, too: `mine.yaml:7:3`. */
  readonly hasColumns?: boolean;
}

/** A scenario file as data, with the places of its values. @throws ScenarioError if it is neither YAML nor JSON. */
export const readBody = (
  path: string,
  text: string,
  { hasColumns = false }: ReadOptions = {},
): { readonly body: unknown; readonly lineOf: LineOf } => {
  if (isTooDeep(text)) throw unreadable(path, 'it is nested too deeply');
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
  if (/\.json$/i.test(path)) return { body: readJson(path, text, at && placeOf(at)), lineOf };
  if (mistake) throw unreadable(path, mistake.message, at && placeOf(at));
  return { body: dataOf(path, document), lineOf };
};

/** Deeper than any scenario. The reader would need seconds for a text of thousands of brackets or dashes. */
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
const dataOf = (path: string, document: Document): unknown => {
  try {
    return document.toJS();
  } catch (error) {
    if (error instanceof ReferenceError) throw unreadable(path, error.message);
    throw error;
  }
};

const readJson = (path: string, text: string, place: number | string | undefined): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw unreadable(path, (error as Error).message, place);
  }
};

const unreadable = (path: string, message: string, place?: number | string): ScenarioError => {
  const [reason = ''] = message.split('\n');
  const where = place === undefined ? path : `${path}:${place}`;
  return new ScenarioError(`${where}: cannot be read: ${reason.replace(/:$/, '')}`);
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
