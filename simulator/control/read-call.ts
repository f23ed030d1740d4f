import type { IncomingMessage } from 'node:http';
import type { z } from 'zod';
import { hideInSettings, hideInValue } from '../domain/hide-card-data.ts';
import { readJson } from '../domain/read-json.ts';
import { BodyTooLarge, largestBody } from '../http/read/body-limit.ts';
import { isTooDeep } from '../http/read/check-parameters.ts';
import { hasBody, readBody } from '../http/read/read-parameters.ts';
import type { ControlEndpoint } from './control-endpoint.ts';
import { Problem, problemOfIssues } from './problem.ts';

/** The value that a schema reads. @throws Problem that names the wrong field. */
export const checked = (schema: z.ZodType | undefined, value: unknown): unknown => {
  if (!schema) return undefined;
  const result = schema.safeParse(value);
  if (!result.success) throw problemOfIssues(result.error.issues, namesOf(schema));
  return result.data;
};

const namesOf = (schema: z.ZodType): readonly string[] =>
  'shape' in schema && typeof schema.shape === 'object' ? Object.keys(schema.shape ?? {}) : [];

/** The fields of a query, without card numbers; of a repeated name the last one. */
export const queryOf = (url: string): Readonly<Record<string, string>> => {
  const start = url.indexOf('?');
  return start < 0 ? {} : hideInValue(Object.fromEntries(new URLSearchParams(url.slice(start + 1))));
};

/** The largest state of a merchant, in bytes: about 30,000 orders. */
const largestState = 64 * 2 ** 20;

/** The nesting of an order's parameters in a state. */
const levelsAbove = 4;

/**
 * The JSON of a body, without card numbers unless the call `takesCard`; an empty object for an empty body. @throws Problem if
 * it is no JSON or too large.
 */
export const jsonBody = async (
  request: IncomingMessage,
  { isLarge, takesCard }: Pick<ControlEndpoint, 'isLarge' | 'takesCard'>,
): Promise<unknown> => {
  if (!hasBody(request)) return {};
  const mostBytes = isLarge ? largestState : largestBody;
  const text = await readBody(request, mostBytes).catch((error: unknown) => {
    if (!(error instanceof BodyTooLarge)) throw error;
    throw new Problem('too-large', `a body may have at most ${mostBytes / 2 ** 20} MiB`, { field: 'body' });
  });
  const body = text.trim() === '' ? {} : parse(text, isLarge ? levelsAbove : 0);
  return takesCard ? body : hideInSettings(body);
};

const parse = (text: string, levels: number): unknown => {
  const body = read(text);
  if (isTooDeep(body, levels)) throw new Problem('unreadable', 'the JSON is nested too deep', { field: 'body' });
  return body;
};

const read = (text: string): unknown => {
  try {
    return readJson(text);
  } catch (error) {
    // The message ends with a piece of the body.
    const reason = (error as Error).message.replace(/, (?:\.\.\.)?".*/s, '');
    throw new Problem('unreadable', `expected JSON: ${reason}`, { field: 'body' });
  }
};
