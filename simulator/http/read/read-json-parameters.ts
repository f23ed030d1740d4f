import type { IncomingMessage } from 'node:http';
import { Refused } from '../../domain/refused.ts';
import { jsonObject } from './check-parameters.ts';
import type { Parameters } from './parameters.ts';
import { hasBody, readBody, readParameters } from './read-parameters.ts';

/**
 * Reads a JSON body whose top is an object, as `parametersOf` says. A form, or a query without a body, is read as for any
 * other call, so that a client that sends it is understood.
 * @throws Refused if the body is no JSON object.
 */
export const readJsonParameters = async (request: IncomingMessage): Promise<Parameters> => {
  const isForm = /^(application\/x-www-form-urlencoded|multipart\/form-data)/i.test(
    request.headers['content-type'] ?? '',
  );
  if (isForm || !hasBody(request)) return withAliases(await readParameters(request));
  return withAliases(parametersOf(readObject(await readBody(request))));
};

/** Names that only JSON calls use. Source: samples of the BPC REST documentation, and Alfa's Swagger. */
const aliases = [
  ['username', 'userName'],
  ['locale', 'language'],
] as const;

const withAliases = (parameters: Parameters): Parameters => {
  const named: Record<string, string | readonly string[]> = Object.assign(Object.create(null), parameters);
  for (const [alias, name] of aliases) {
    const value = named[alias];
    if (value !== undefined) named[name] ??= value;
  }
  return named;
};

/** The fields of a JSON object as parameters: numbers and nested values as their JSON text, `null` as nothing, a list of texts as a parameter that is repeated. */
export const parametersOf = (object: object): Parameters => {
  const parameters: Record<string, string | readonly string[]> = Object.create(null);
  for (const [name, value] of Object.entries(object)) {
    if (value !== null) parameters[name] = textOf(value);
  }
  return parameters;
};

const textOf = (value: unknown): string | readonly string[] => {
  if (typeof value === 'string') return value;
  const isListOfTexts = Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string');
  return isListOfTexts ? value : JSON.stringify(value);
};

const readObject = (text: string): object => {
  const body = jsonObject(text, 'body');
  if (!body) throw new Refused('json-invalid', { field: 'body' });
  return body;
};
