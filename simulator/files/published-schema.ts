import { z } from 'zod';
import { says, type WordsBeside, wordsBeside } from './schema-parts.ts';

/**
 * The text of a JSON Schema for editors. `enumDescriptions` and `errorMessage` are words of theirs: meanings of values, and
 * mistakes. `id`: the name of the language, which changes when files that were right no longer are.
 */
export const publishedSchema = (definition: z.ZodType, id: string): string => {
  const schema = z.toJSONSchema(definition, {
    // The draft with the best support in YAML plugins of editors.
    target: 'draft-7',
    override: ({ jsonSchema }) => {
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema['enumDescriptions'] && jsonSchema.const !== undefined) listOnlyValue(jsonSchema);
      putBeside(jsonSchema);
    },
  });
  const { $schema, ...others } = schema;
  return `${JSON.stringify({ $schema, $id: id, ...others }, null, 2)}\n`;
};

/** Meanings belong to lists of values. */
const listOnlyValue = (schema: z.core.JSONSchema.BaseSchema): void => {
  schema.enum = [schema.const as string];
  delete schema.const;
};

/** A schema with words beside it becomes a choice between these and the rest of it. */
const putBeside = (schema: z.core.JSONSchema.BaseSchema): void => {
  const { [wordsBeside]: words, description, ...others } = schema;
  if (words === undefined) return;
  const { meanings, expected } = words as WordsBeside;
  const choice = { enum: Object.keys(meanings), enumDescriptions: Object.values(meanings), ...says(expected) };
  for (const key of Object.keys(schema)) delete schema[key];
  Object.assign(schema, {
    ...(description !== undefined && { description }),
    anyOf: [{ type: 'string', ...choice }, others],
  });
};
