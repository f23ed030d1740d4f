import { type Document, LineCounter, parseDocument } from 'yaml';
import { ScenarioError } from '../../domain/scenario-error.ts';
import type { LineOf } from './parse-scenario.ts';

/** A scenario file as data, with the lines of its values. @throws ScenarioError if it is neither YAML nor JSON. */
export const readBody = (path: string, text: string): { readonly body: unknown; readonly lineOf: LineOf } => {
  const lines = new LineCounter();
  // JSON is YAML as well: one reader finds the lines of both.
  const document = parseDocument(text, { lineCounter: lines });
  const lineOf: LineOf = (keys) => lineIn(document, lines, keys);
  const [mistake] = document.errors;
  if (path.endsWith('.json')) return { body: readJson(path, text, mistake?.linePos?.[0].line), lineOf };
  if (mistake) throw unreadable(path, mistake.message, mistake.linePos?.[0].line);
  return { body: document.toJS() as unknown, lineOf };
};

const readJson = (path: string, text: string, line: number | undefined): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw unreadable(path, (error as Error).message, line);
  }
};

const unreadable = (path: string, message: string, line: number | undefined): ScenarioError => {
  const [reason = ''] = message.split('\n');
  const where = line === undefined ? path : `${path}:${line}`;
  return new ScenarioError(`${where}: cannot be read: ${reason.replace(/:$/, '')}`);
};

/** The line of the value at this path, or of the nearest value around it. */
const lineIn = (document: Document, lines: LineCounter, keys: readonly PropertyKey[]): number | undefined => {
  for (let length = keys.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(keys.slice(0, length), true);
    const range = (node as { readonly range?: readonly number[] } | null | undefined)?.range;
    if (range) return lines.linePos(range[0] ?? 0).line;
  }
  return undefined;
};
