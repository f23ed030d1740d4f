import type { IncomingMessage } from 'node:http';
import type { z } from 'zod';
import { BodyTooLarge, largestBody } from '../http/read/body-limit.ts';
import { isTooDeep } from '../http/read/check-parameters.ts';
import { hasBody, readBody } from '../http/read/read-parameters.ts';
import { Problem, problemOfIssues } from './problem.ts';

/** A value as its schema sees it. @throws Problem where it is wrong, with the field. */
export const checked = (schema: z.ZodType | undefined, value: unknown): unknown => {
  if (!schema) return undefined;
  const result = schema.safeParse(value);
  if (!result.success) throw problemOfIssues(result.error.issues, namesOf(schema));
  return result.data;
};

const namesOf = (schema: z.ZodType): readonly string[] =>
  'shape' in schema && typeof schema.shape === 'object' ? Object.keys(schema.shape ?? {}) : [];

/** The fields of a query; the last of a name that stands there twice. */
export const queryOf = (url: string): Readonly<Record<string, string>> => {
  const start = url.indexOf('?');
  return start < 0 ? {} : Object.fromEntries(new URLSearchParams(url.slice(start + 1)));
};

/** The largest state of a merchant, in bytes: some 30,000 orders. */
const largestState = 64 * 2 ** 20;

/** How deep in a state the parameters of an order stand. */
const levelsAbove = 4;

/** The JSON of a body; an empty object where there is none. @throws Problem where it is no JSON, or too much of it. */
export const jsonBody = async (request: IncomingMessage, isLarge = false): Promise<unknown> => {
  if (!hasBody(request)) return {};
  const mostBytes = isLarge ? largestState : largestBody;
  const text = await readBody(request, mostBytes).catch((error: unknown) => {
    if (!(error instanceof BodyTooLarge)) throw error;
    throw new Problem('too-large', `a body may have ${mostBytes / 2 ** 20} megabytes`, { field: 'body' });
  });
  return text.trim() === '' ? {} : parse(text, isLarge ? levelsAbove : 0);
};

const parse = (text: string, levels: number): unknown => {
  const body = read(text);
  if (isTooDeep(body, levels)) throw new Problem('unreadable', 'the JSON is nested too deep', { field: 'body' });
  return body;
};

const read = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Problem('unreadable', `expected JSON: ${(error as Error).message}`, { field: 'body' });
  }
};
