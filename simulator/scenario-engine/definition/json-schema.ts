import { z } from 'zod';
import { scenarioDefinition } from './definition.ts';

export const schemaFile = new URL('../../../scenarios/scenario.schema.json', import.meta.url);

export const scenarioJsonSchema = (): string => {
  const schema = z.toJSONSchema(scenarioDefinition, {
    // The draft with the best support in YAML plugins of editors.
    target: 'draft-7',
    override: ({ jsonSchema }) => {
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  return `${JSON.stringify(schema, null, 2)}\n`;
};
