import type { IncomingMessage } from 'node:http';
import { Refused } from '../domain/refused.ts';
import { isTooDeep } from './check-parameters.ts';
import type { Parameters } from './parameters.ts';
import { readBody, readParameters } from './read-parameters.ts';

/**
 * Reads a JSON body whose top is an object; numbers and nested values come as their JSON text, `null` as nothing, a list
 * of texts as a parameter that is repeated. A form is read as one, so that a client that sends it is understood.
 * @throws Refused where the body is no JSON object.
 */
export const readJsonParameters = async (request: IncomingMessage): Promise<Parameters> => {
  if (/^(application\/x-www-form-urlencoded|multipart\/form-data)/i.test(request.headers['content-type'] ?? ''))
    return readParameters(request);
  const parameters: Record<string, string | readonly string[]> = Object.create(null);
  for (const [name, value] of Object.entries(readObject(await readBody(request)))) {
    if (value !== null) parameters[name] = textOf(value);
  }
  for (const [alias, name] of aliases) {
    if (parameters[alias] !== undefined) parameters[name] ??= parameters[alias];
  }
  return parameters;
};

/** Names that only JSON calls use. Source: samples of the BPC REST documentation. */
const aliases = [
  ['username', 'userName'],
  ['locale', 'language'],
] as const;

const textOf = (value: unknown): string | readonly string[] => {
  if (typeof value === 'string') return value;
  const isListOfTexts = Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string');
  return isListOfTexts ? value : JSON.stringify(value);
};

const readObject = (text: string): object => {
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === 'object' && body !== null && !Array.isArray(body) && !isTooDeep(body)) return body;
  } catch {
    // Refused below.
  }
  throw new Refused('json-invalid', { field: 'body' });
};
