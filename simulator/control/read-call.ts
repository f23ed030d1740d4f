import type { IncomingMessage } from 'node:http';
import type { z } from 'zod';
import { BodyTooLarge, largestBody, largestState } from '../http/read/body-limit.ts';
import { readLargeJson } from '../http/read/read-large-json.ts';
import { hasBody, readBody } from '../http/read/read-parameters.ts';
import { hideInSettings, hideInValue } from '../masking/hide-card-data.ts';
import { checkInSlices } from '../merchants/state/check-in-slices.ts';
import { JsonTooComplex, readJson } from '../text/read-json.ts';
import { repeatedKey } from '../text/repeated-key.ts';
import type { ControlEndpoint } from './control-endpoint.ts';
import { Problem, problemOfIssues } from './problem.ts';

/** The value that a schema reads. @throws Problem that names the wrong field. */
export const checked = (schema: z.ZodType | undefined, value: unknown): unknown => {
  if (!schema) return undefined;
  const result = schema.safeParse(value);
  if (!result.success) throw problemOfIssues(result.error.issues, { knownAt: (path) => namesAt(schema, path), value });
  return result.data;
};

/** The names of the fields of an object in a schema, at this path. */
const namesAt = (schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] => {
  let inner: unknown = bare(schema);
  for (const step of path) inner = bare(shapeOf(inner)[String(step)]);
  return Object.keys(shapeOf(inner));
};

const shapeOf = (schema: unknown): Readonly<Record<string, unknown>> =>
  (schema as { readonly shape?: Readonly<Record<string, unknown>> } | undefined)?.shape ?? {};

/** A schema without the wrappers around it: optional, nullable, a list, a transformation. */
const bare = (schema: unknown): unknown => {
  const { unwrap, in: input } = (schema ?? {}) as { readonly unwrap?: () => unknown; readonly in?: unknown };
  if (typeof unwrap === 'function') return bare(unwrap.call(schema));
  return input === undefined ? schema : bare(input);
};

/** The fields of a query, without card numbers unless the call `takesCard`; of a repeated name the last one. */
export const queryOf = (
  url: string,
  { takesCard }: Pick<ControlEndpoint, 'takesCard'>,
): Readonly<Record<string, string>> => {
  const start = url.indexOf('?');
  const fields = start < 0 ? {} : Object.fromEntries(new URLSearchParams(url.slice(start + 1)));
  return takesCard ? fields : hideInValue(fields);
};

/** The same for a value with long lists, in slices. */
export const checkedInSlices = async (schema: z.ZodType, value: unknown): Promise<unknown> => {
  const { data, issues } = await checkInSlices(schema, value);
  if (issues) throw problemOfIssues(issues, { knownAt: (path) => namesAt(schema, path), value });
  return data;
};

/**
 * The JSON of a body, without card numbers unless the call `takesCard`; an empty object for an empty body. @throws Problem if
 * it is no JSON, too large, or has a key twice: the last one would count, and the other one was meant as well.
 */
export const jsonBody = (
  request: IncomingMessage,
  { takesCard }: Pick<ControlEndpoint, 'takesCard'>,
): Promise<unknown> =>
  orProblem(largestBody, async () => {
    const text = hasBody(request) ? await readBody(request) : '';
    const body = text.trim() === '' ? {} : readJson(text);
    refuseRepeatedKeys(text);
    return takesCard ? body : hideInSettings(body);
  });

const refuseRepeatedKeys = (text: string): void => {
  const path = repeatedKey(text);
  if (path) throw new Problem('unreadable', `the key ${path.at(-1)} stands twice`, { field: path.join('.') });
};

/** The same for the state of a merchant, in slices. */
export const largeJsonBody = (request: IncomingMessage): Promise<unknown> =>
  orProblem(largestState, async () => (hasBody(request) && (await readLargeJson(request, largestState))) || {});

const orProblem = async (mostBytes: number, read: () => Promise<unknown>): Promise<unknown> => {
  try {
    return await read();
  } catch (error) {
    throw problemOf(error, mostBytes) ?? error;
  }
};

const problemOf = (error: unknown, mostBytes: number): Problem | undefined => {
  if (error instanceof BodyTooLarge)
    return new Problem('too-large', `a body may have at most ${mostBytes / 2 ** 20} MiB`, { field: 'body' });
  if (error instanceof JsonTooComplex) return new Problem('unreadable', error.message, { field: 'body' });
  if (error instanceof SyntaxError)
    // The message ends with a piece of the body.
    return new Problem('unreadable', `expected JSON: ${error.message.replace(/, (?:\.\.\.)?".*/s, '')}`, {
      field: 'body',
    });
  return undefined;
};
