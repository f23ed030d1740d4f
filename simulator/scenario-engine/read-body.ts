import { type Document, LineCounter, parseDocument } from 'yaml';
import type { LineOf } from './parse-scenario.ts';
import { ScenarioError } from './scenario.ts';

/** A scenario file as data, with the lines of its parts. Throws ScenarioError where it is no YAML, or no JSON. */
export const readBody = (path: string, text: string): { readonly body: unknown; readonly lineOf: LineOf } => {
  const lines = new LineCounter();
  // JSON is YAML too, so that one reader knows the lines of both.
  const document = parseDocument(text, { lineCounter: lines });
  const lineOf: LineOf = (keys) => lineIn(document, lines, keys);
  if (path.endsWith('.json')) return { body: readJson(path, text), lineOf };
  const [mistake] = document.errors;
  if (mistake) throw unreadable(path, mistake);
  return { body: document.toJS() as unknown, lineOf };
};

const readJson = (path: string, text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw unreadable(path, error as Error);
  }
};

const unreadable = (path: string, { message }: Error): ScenarioError => {
  const [reason = ''] = message.split('\n');
  return new ScenarioError(`${path}: cannot be read: ${reason.replace(/:$/, '')}`);
};

/** The line of the value at this path, or of the nearest thing around it that is there. */
const lineIn = (document: Document, lines: LineCounter, keys: readonly PropertyKey[]): number | undefined => {
  for (let length = keys.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(keys.slice(0, length), true);
    const range = (node as { readonly range?: readonly number[] } | null | undefined)?.range;
    if (range) return lines.linePos(range[0] ?? 0).line;
  }
  return undefined;
};
