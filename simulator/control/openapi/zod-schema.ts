import { z } from 'zod';
import { type Components, refTo, type Schema } from './openapi.ts';

/** A zod schema as a schema of the document; one with an id becomes a shared one. Answers are never transformed. */
export const schemaOf = (schema: z.ZodType, components: Components): Schema => {
  const { $schema: _, $defs = {}, ...own } = z.toJSONSchema(schema, { io: 'input', override: tidy }) as JsonSchema;
  for (const [name, shared] of Object.entries($defs)) components.set(name, moved(shared) as Schema);
  return moved(own) as Schema;
};

type JsonSchema = Record<string, unknown> & { readonly $defs?: Readonly<Record<string, unknown>> };

/** Removes bounds that every number has, and patterns that a format expresses better. */
const tidy = ({ jsonSchema }: { jsonSchema: Record<string, unknown> }): void => {
  if (jsonSchema['minimum'] === Number.MIN_SAFE_INTEGER) delete jsonSchema['minimum'];
  if (jsonSchema['maximum'] === Number.MAX_SAFE_INTEGER) delete jsonSchema['maximum'];
  if (jsonSchema['format'] !== undefined) delete jsonSchema['pattern'];
  // Some validators want `items` of every array, also of one with a fixed number of them.
  const fixed = jsonSchema['prefixItems'];
  if (Array.isArray(fixed)) Object.assign(jsonSchema, { items: {}, minItems: fixed.length, maxItems: fixed.length });
  delete jsonSchema['propertyNames'];
  delete jsonSchema['id'];
};

/** The same with references to the shared schemas of the document. */
const moved = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(moved);
  if (typeof value !== 'object' || value === null) return value;
  const { $ref, ...rest } = value as Record<string, unknown>;
  const fields = Object.fromEntries(Object.entries(rest).map(([name, inner]) => [name, moved(inner)]));
  return typeof $ref === 'string' ? { ...refTo($ref.replace('#/$defs/', '')), ...fields } : fields;
};
