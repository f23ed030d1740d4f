import { z } from 'zod';
import { scenarioDefinition } from './definition.ts';
import { bareNames } from './setting-schema.ts';

export const schemaFile = new URL('../../../scenarios/scenario.schema.json', import.meta.url);

export const scenarioJsonSchema = (): string => {
  const schema = z.toJSONSchema(scenarioDefinition, {
    // The draft with the best support in YAML plugins of editors.
    target: 'draft-7',
    override: ({ jsonSchema }) => {
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      allowBareNames(jsonSchema);
    },
  });
  return `${JSON.stringify(schema, null, 2)}\n`;
};

/** A mapping that may be written as a bare name becomes a choice between the two. */
const allowBareNames = (schema: z.core.JSONSchema.BaseSchema): void => {
  const { [bareNames]: names, description, ...mapping } = schema;
  if (!Array.isArray(names)) return;
  for (const key of Object.keys(schema)) delete schema[key];
  Object.assign(schema, {
    ...(description !== undefined && { description }),
    anyOf: [{ type: 'string', enum: names }, mapping],
  });
};
