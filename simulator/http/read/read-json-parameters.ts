import type { IncomingMessage } from 'node:http';
import { Refused } from '../../domain/errors/refused.ts';
import { largestBody } from './body-limit.ts';
import { jsonObject } from './check-parameters.ts';
import { objectIn, parametersOf } from './json-parameters.ts';
import { joinParameters, noParameters, type Parameters } from './parameters.ts';
import {
  hasBody,
  type NoteProblem,
  parseForm,
  readBytes,
  readerFor,
  readParameters,
  readQuery,
} from './read-parameters.ts';

/**
 * Reads a JSON body whose top is an object, as `parametersOf` says, also under the header of a form, as the manual's sample
 * of an industry practice payment sends it. A form, or a query without a body, is read as for any other call, so that a
 * client that sends it is understood.
 * @throws Refused if the body is no JSON object; BodyTooLarge, UnreadableBody
 */
export const readJsonParameters = async (request: IncomingMessage, note: NoteProblem): Promise<Parameters> => {
  const type = request.headers['content-type'] ?? '';
  if (/^multipart\/form-data/i.test(type) || !hasBody(request)) return withAliases(await readParameters(request, note));
  const bytes = await readBytes(request, largestBody);
  const reader = readerFor(request, note);
  if (!reader) return noParameters;
  const text = reader.text(bytes);
  if (!/^application\/x-www-form-urlencoded/i.test(type)) return withAliases(parametersOf(readObject(text)));
  const object = /^\s*\{/.test(text) ? objectIn(text) : undefined;
  if (object) return withAliases(parametersOf(object));
  const query = readQuery(request.url ?? '', note);
  return withAliases(joinParameters(query, parseForm(reader.form(bytes), reader, note)));
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

const readObject = (text: string): object => {
  const body = jsonObject(text, 'body');
  if (!body) throw new Refused('json-invalid', { field: 'body' });
  return body;
};
