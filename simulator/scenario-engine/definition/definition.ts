import { z } from 'zod';
import { currencies } from '../../data/currencies.ts';
import { type Range, scenarioParts } from '../scenario.ts';
import { rehearsalParts } from './rehearsal.ts';
import { check, listOf, mapping, text, wholeNumber } from './schema-parts.ts';
import { attempt, callbackStep, gatewayStep, laterStep } from './step-entries.ts';

const range = (least: number, unit: string) => {
  const expected = `${unit}, or a range { from, to }`;
  const end = wholeNumber(expected, least).optional();
  return z.union(
    [
      wholeNumber(expected, least),
      mapping({ from: end, to: end }, expected).refine(
        isRange,
        check('a range { from, to } whose from is not above its to'),
      ),
    ],
    { error: expected },
  );
};

const isRange = ({ from, to }: Range): boolean => (from === undefined || to === undefined ? from !== to : from <= to);

const pattern = (what: string) =>
  z
    .string({ error: 'a regular expression' })
    .refine(isPattern, { error: 'a regular expression' })
    .meta({ description: `A regular expression that ${what} must match.`, format: 'regex' });

const isPattern = (source: string): boolean => {
  try {
    new RegExp(source);
    return true;
  } catch {
    return false;
  }
};

const cardExpected = 'a card number, its first digits, or 411111**1111, in quotes';

const when = mapping(
  {
    amount: range(0, 'a whole number of minor units').optional().describe('The amount in minor units.'),
    card: z
      .string({ error: cardExpected })
      .regex(/^(\d{1,19}|\d{6}\*+\d{4})$/, { error: cardExpected })
      .optional()
      .describe('The card: its first digits, its number, or its masked number.'),
    orderNumber: pattern('the order number').optional(),
    merchant: pattern("the merchant's login").optional(),
    clientId: pattern('the clientId').optional(),
    email: pattern("the payer's e-mail").optional(),
    description: pattern('the description').optional(),
    currency: z
      .literal(
        currencies.flatMap(({ alpha, numeric }) => [alpha, numeric]),
        { error: 'a currency such as KZT or "398"' },
      )
      .optional()
      .describe('The currency: three letters, or three digits in quotes.'),
    language: z.literal(['en', 'ru', 'kk'], { error: 'a language' }).optional().describe('Language of the order.'),
    attempt: range(1, 'the number of an attempt').optional().describe('Which attempt it is, from 1.'),
  },
  'conditions',
)
  .refine((conditions) => Object.keys(conditions).length > 0, check('at least one condition'))
  .describe('When this scenario is used without a request for it; all conditions must hold.');

/** The definition of a scenario file, for the check of files and the published JSON Schema. */
export const scenarioDefinition = mapping(
  {
    $schema: text('the path of a schema').optional(),
    about: text('one or two sentences').optional().describe('What happens.'),
    shop: text('one or two sentences').optional().describe('What a shop should do about it.'),
    when: when.optional(),
    attempts: listOf(attempt, 'a list of attempts', 'at least one attempt')
      .optional()
      .describe('One entry for each attempt to pay; the last one applies to all later attempts.'),
    gateway: listOf(gatewayStep, 'a list of gateway steps', 'at least one gateway step')
      .optional()
      .describe('What goes wrong between the gateway and its callers; the first entry that fits a call is used.'),
    callbacks: listOf(callbackStep, 'a list of callback steps', 'at least one callback step')
      .optional()
      .describe('What goes wrong with the callbacks; the first entry that fits a callback is used.'),
    later: listOf(laterStep, 'a list of later steps', 'at least one later step')
      .optional()
      .describe('What the bank does by itself with the order, each entry once.'),
    ...rehearsalParts,
  },
  'a scenario',
)
  .refine(
    (body) => scenarioParts.some((part) => body[part] !== undefined),
    check('attempts, gateway, callbacks or later'),
  )
  .meta({ title: 'tillbox scenario', description: 'What happens to the payment of an order.' });
