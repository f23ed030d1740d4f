import { z } from 'zod';
import { scenarioDefinition } from './definition.ts';

/** Where the published schema lies. */
export const schemaFile = new URL('../../../scenarios/scenario.schema.json', import.meta.url);

/** The text of the JSON Schema of a scenario file. */
export const scenarioJsonSchema = (): string => {
  const schema = z.toJSONSchema(scenarioDefinition, {
    // The draft that editors' YAML plugins read best.
    target: 'draft-7',
    override: ({ jsonSchema }) => {
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  return `${JSON.stringify(schema, null, 2)}\n`;
};
