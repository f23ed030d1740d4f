import type { Json } from '../../helpers/simulator/simulator.ts';
import type { Chance } from '../../torture/chance.ts';
import { type Pairs, spoil, spoilDeep } from '../../torture/spoil.ts';
import type { KnownIds } from './known-ids.ts';

/** An operation of the document. */
export interface Described {
  readonly path: string;
  readonly method: 'get' | 'post';
  readonly operation: Json;
}

export interface MadeRequest {
  readonly isSpoilt: boolean;
  readonly query: string;
  readonly contentType?: string;
  readonly body?: string;
}

export const operationsIn = (document: Json): readonly Described[] =>
  Object.entries<Json>(document['paths']).flatMap(([path, methods]) =>
    Object.entries<Json>(methods).map(([method, operation]) => ({
      path,
      method: method as Described['method'],
      operation,
    })),
  );

/** Names whose values would be other than the pool's if they were chosen: they must be free. */
const isFresh = (name: string): boolean => /^orderNumber$|^merchantTaskUuid$|^externalRefundId$/.test(name);

/** A value that the schema of a field allows: one that the gateway knows, that of the example, or any. */
const fieldValue = (name: string, schema: Json, example: unknown, chance: Chance, ids: KnownIds): unknown => {
  if (isFresh(name)) return `f-${chance.below(1e9)}`;
  const known = ids[name] ?? [];
  if (known.length > 0 && chance.is(0.9)) return chance.pick(known);
  if (example !== undefined && chance.is(0.9)) return inside(name, schema, example, chance, ids);
  return anyOf(schema, chance);
};

/** Ids in an object of the example are replaced, too. */
const inside = (name: string, schema: Json, example: unknown, chance: Chance, ids: KnownIds): unknown => {
  if (typeof example !== 'object' || example === null || Array.isArray(example) || name === 'params') return example;
  return Object.fromEntries(
    Object.entries(example).map(([field, value]) => [
      field,
      fieldValue(field, schema['properties']?.[field] ?? {}, value, chance, ids),
    ]),
  );
};

const samples: Readonly<Record<string, string>> = {
  uuid: '01a22712-b1ee-74af-bf36-12b9eea8f37f',
  'uri-reference': 'https://shop.example/return',
};

/** A value by its schema alone. */
const anyOf = (schema: Json, chance: Chance): unknown => {
  const { type, format, pattern, contentMediaType } = schema;
  const [first] = [type].flat();
  if (schema['enum']) return chance.pick(schema['enum']);
  if (first === 'integer') return chance.below(100_000);
  if (first === 'boolean') return chance.is(0.5);
  if (first === 'object') return {};
  if (first === 'array') return [];
  if (contentMediaType) return chance.pick(['{}', '{"a":"b"}']);
  if (format in samples) return samples[format];
  if (/\\d\{4\}-/.test(pattern ?? '')) return '2030-01-01T00:00:00';
  if (pattern) return String(100 + chance.below(900));
  return 'x'.repeat(Math.max(schema['minLength'] ?? 1, Math.min(schema['maxLength'] ?? 8, 1 + chance.below(8))));
};

const fieldsOf = (schema: Json, example: Json, chance: Chance, ids: KnownIds): Json => {
  const required: readonly string[] = schema['required'] ?? [];
  const names = Object.entries<Json>(schema['properties'] ?? {}).filter(
    ([name]) => required.includes(name) || (name in example ? chance.is(0.95) : chance.is(0.06)),
  );
  return Object.fromEntries(names.map(([name, field]) => [name, fieldValue(name, field, example[name], chance, ids)]));
};

const pairsOf = (fields: Json): Pairs => Object.entries(fields).map(([name, value]) => [name, String(value)]);

/** The most and the longest values in a query: Node refuses a longer line before the gateway sees it. */
const mostInQuery = 40;
const longestInQuery = 300;

const encoded = (pairs: Pairs, longest = Number.POSITIVE_INFINITY): string =>
  String(new URLSearchParams(pairs.map(([name, value]): [string, string] => [name, value.slice(0, longest)])));

/** A request of an operation: as the document says, or, two of five, with up to three things wrong. */
export const makeRequest = ({ method, operation }: Described, chance: Chance, ids: KnownIds): MadeRequest => {
  const isSpoilt = chance.is(0.4);
  const mistakes = isSpoilt ? 1 + chance.below(3) : 0;
  const form = (fields: Json): Pairs => (isSpoilt ? spoil(pairsOf(fields), chance, mistakes) : pairsOf(fields));
  if (method === 'get') {
    const rows = operation['parameters'] as readonly Json[];
    const schema = {
      properties: Object.fromEntries(rows.map(({ name, schema: one }) => [name, one])),
      required: rows.filter(({ required }) => required).map(({ name }) => name),
    };
    const example = Object.fromEntries(
      rows.flatMap(({ name, example: one }) => (one === undefined ? [] : [[name, one]])),
    );
    const pairs = form(fieldsOf(schema, example, chance, ids)).slice(0, mostInQuery);
    return { isSpoilt, query: `?${encoded(pairs, longestInQuery)}` };
  }
  const [[contentType, { schema, example = {} }] = ['', {} as Json]] = Object.entries<Json>(
    operation['requestBody'].content,
  );
  const fields = fieldsOf(schema, example, chance, ids);
  const isJson = contentType === 'application/json';
  const body = isJson ? JSON.stringify(isSpoilt ? spoilDeep(fields, chance) : fields) : encoded(form(fields));
  return { isSpoilt, query: '', contentType, body };
};
