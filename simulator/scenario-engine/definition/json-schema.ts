import { publishedSchema } from '../../files/published-schema.ts';
import { scenarioDefinition } from './definition.ts';

export const schemaFile = new URL('../../../scenarios/scenario.schema.json', import.meta.url);

/** The name of the language, which is no address. It changes when files that were right no longer are. */
const schemaId = 'urn:tillbox:scenario:1';

/** The published JSON Schema of a scenario file. */
export const scenarioJsonSchema = (): string => publishedSchema(scenarioDefinition, schemaId);
