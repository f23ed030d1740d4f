import { z } from 'zod';
import { type Scenario, scenarioParts } from '../../scenario-engine/scenario.ts';
import { controlEndpoint } from '../control-endpoint.ts';

export const scenario = z
  .strictObject({
    name: z.string(),
    about: z.string().describe('The course of events.'),
    shop: z.string().optional().describe('Advice for a shop.'),
    when: z
      .record(z.string(), z.unknown())
      .optional()
      .describe('Conditions: if all hold, the scenario applies without a request.'),
    parts: z.array(z.enum(scenarioParts)).describe('Its parts.'),
  })
  .meta({ id: 'Scenario' });

export const listScenarios = controlEndpoint({
  method: 'GET',
  path: '/scenarios',
  tag: 'cards',
  summary: 'The scenarios of the folder.',
  answer: z.strictObject({ scenarios: z.array(scenario) }),
  handle: async ({ context }) => ({ scenarios: (await context.scenarios()).map(show) }),
});

const show = ({ name, about, shop, when, ...body }: Scenario) => ({
  name,
  about,
  ...(shop !== undefined && { shop }),
  ...(when && { when: { ...when } }),
  parts: scenarioParts.filter((part) => body[part].length > 0),
});
