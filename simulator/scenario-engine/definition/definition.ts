import { check, listOf, mapping, text } from '../../files/schema-parts.ts';
import { scenarioParts } from '../scenario.ts';
import { rehearsalParts } from './rehearsal.ts';
import { attempt, callbackStep, gatewayStep, laterStep } from './step-entries.ts';
import { when } from './when.ts';

/** The definition of a scenario file, for the check of files and the published JSON Schema. */
export const scenarioDefinition = mapping(
  {
    $schema: text('the path of a schema')
      .optional()
      .describe('The schema of a JSON file, for editors; tillbox does not read it.'),
    about: text('one or two sentences')
      .optional()
      .describe('What happens. Default: sentences that are made of the steps.'),
    shop: text('one or two sentences').optional().describe('What a shop should do about it. Default: no advice.'),
    when: when.optional(),
    attempts: listOf(attempt, 'a list of attempts', 'at least one attempt')
      .optional()
      .describe(
        'One entry for each attempt to pay; the last one applies to all later attempts. Default: the card number decides.',
      ),
    gateway: listOf(gatewayStep, 'a list of gateway steps', 'at least one gateway step')
      .optional()
      .describe(
        'What goes wrong between the gateway and its callers; the first entry that fits a call is used. Default: nothing.',
      ),
    callbacks: listOf(callbackStep, 'a list of callback steps', 'at least one callback step')
      .optional()
      .describe('What goes wrong with the callbacks; the first entry that fits a callback is used. Default: nothing.'),
    later: listOf(laterStep, 'a list of later steps', 'at least one later step')
      .optional()
      .describe('What the bank does by itself with the order, each entry once. Default: nothing.'),
    ...rehearsalParts,
  },
  'a scenario',
)
  .refine(
    (body) => scenarioParts.some((part) => body[part] !== undefined),
    check('attempts, gateway, callbacks or later'),
  )
  .meta({
    title: 'tillbox scenario',
    description: 'What happens to the payment of an order.',
    anyOf: scenarioParts.map((part) => ({ required: [part] })),
  });
