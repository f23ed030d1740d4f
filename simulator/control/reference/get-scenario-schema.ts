import { controlEndpoint } from '../control-endpoint.ts';

const contentType = 'application/schema+json';

export const getScenarioSchema = controlEndpoint({
  method: 'GET',
  path: '/scenarios/schema.json',
  tag: 'cards',
  summary: 'The JSON Schema of a scenario file, for editors.',
  answer: { contentType },
  handle: async () => {
    const { scenarioJsonSchema } = await import('../../scenario-engine/definition/json-schema.ts');
    return { contentType, text: scenarioJsonSchema() };
  },
});
