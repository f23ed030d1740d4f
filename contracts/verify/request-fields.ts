import type { InteractionJson } from './interaction.ts';

/** A field of a request that the pact holds as it is sent. */
export interface RequestField {
  readonly name: string;
  readonly value: string;
  readonly place: 'form' | 'query' | 'JSON';
}

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The texts and numbers in the request of an interaction, in any version of the format, but for those that a generator makes. */
export const requestFieldsOf = ({ request }: InteractionJson): readonly RequestField[] => {
  if (!isObject(request)) return [];
  const { path, query, body, headers, generators } = request;
  const fields = [...pathFields(path), ...queryFields(query), ...bodyFields(contentOf(body), typeOf(headers, body))];
  const made = generatedNames(generators);
  return fields.filter(({ name, value }) => value !== '' && !made.has(name));
};

/** By hand, the query is often written behind the path. */
const pathFields = (path: unknown): readonly RequestField[] => {
  const [, query] = String(path ?? '').split('?', 2);
  return query === undefined ? [] : paramsIn(query, 'query');
};

/** Version 2 has the query as a text, as Ruby writes it too; the later ones have lists. */
const queryFields = (query: unknown): readonly RequestField[] => {
  if (typeof query === 'string') return paramsIn(query, 'query');
  if (!isObject(query)) return [];
  return Object.entries(query).flatMap(([name, values]) =>
    (Array.isArray(values) ? values : [values]).map((value) => ({
      name,
      value: String(value),
      place: 'query' as const,
    })),
  );
};

const paramsIn = (text: string, place: RequestField['place']): readonly RequestField[] =>
  [...new URLSearchParams(text)].map(([name, value]) => ({ name, value, place }));

/** Version 4 wraps a body, which may be in base64. */
const contentOf = (body: unknown): unknown => {
  if (!isObject(body) || !('content' in body) || !('contentType' in body)) return body;
  const { content, encoded } = body;
  if (encoded === false || encoded === undefined || typeof content !== 'string') return content;
  return Buffer.from(content, 'base64').toString();
};

const typeOf = (headers: unknown, body: unknown): string => {
  const stated = isObject(headers)
    ? Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1]
    : undefined;
  return String(stated ?? (isObject(body) ? body['contentType'] : undefined) ?? '');
};

const bodyFields = (content: unknown, type: string): readonly RequestField[] => {
  if (typeof content !== 'string') return jsonFields(content);
  if (type.includes('json')) return jsonFields(parsed(content));
  return type.includes('x-www-form-urlencoded') ? paramsIn(content, 'form') : [];
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const jsonFields = (value: unknown, name = ''): readonly RequestField[] => {
  if (Array.isArray(value)) return value.flatMap((one) => jsonFields(one, name));
  if (isObject(value)) return Object.entries(value).flatMap(([key, inner]) => jsonFields(inner, key));
  const isText = typeof value === 'string' || typeof value === 'number';
  return isText && name !== '' ? [{ name, value: String(value), place: 'JSON' }] : [];
};

/** The last names in the paths of generators: `$.orderId`, `$.orderId[0]`, `$['orderId']`, `orderId`. */
const generatedNames = (generators: unknown): ReadonlySet<string> => {
  if (!isObject(generators)) return new Set();
  const paths = [generators['body'], generators['query']].flatMap((part) => (isObject(part) ? Object.keys(part) : []));
  return new Set(
    paths.flatMap(
      (path) =>
        path
          .match(/[\w-]+/g)
          ?.filter((word) => !/^\d+$/.test(word))
          .at(-1) ?? [],
    ),
  );
};
