import { scenarioJsonSchema } from '../../scenario-engine/definition/json-schema.ts';
import { controlEndpoint } from '../control-endpoint.ts';

const contentType = 'application/schema+json';

export const getScenarioSchema = controlEndpoint({
  method: 'GET',
  path: '/scenarios/schema.json',
  tag: 'cards',
  summary: 'The JSON Schema of a scenario file, for editors.',
  answer: { contentType },
  handle: async () => ({ contentType, text: scenarioJsonSchema() }),
});
