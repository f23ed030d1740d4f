import { z } from 'zod';
import { currencyNumber } from '../data/currencies.ts';
import { scenarioParts } from '../scenario-engine/scenario.ts';

const currencyExpected = 'expected a currency such as KZT or 398';

/** An order that is not registered yet, and an attempt to pay it. */
export const orderToExplain = z
  .strictObject({
    amountMinor: z.int().min(0).max(999_999_999_999).optional().describe('In minor units; 1500000 by default.'),
    currency: z
      .string()
      .transform((text) => currencyNumber(text.toUpperCase()))
      .refine((numeric) => /^\d{3}$/.test(numeric), { error: currencyExpected })
      .optional()
      .describe("ISO 4217, such as KZT or 398; that of the merchant's bank by default."),
    orderNumber: z.string().optional().describe("The shop's own number; 1 by default."),
    clientId: z.string().optional(),
    email: z.string().optional(),
    description: z.string().optional(),
    language: z.enum(['en', 'ru', 'kk']).optional().describe("That of the merchant's bank by default."),
    attempt: z.int().min(1).max(1000).optional().describe('Which attempt to pay it; 1 by default.'),
    card: z
      .string()
      .transform((text) => text.replaceAll(' ', ''))
      .refine((pan) => /^\d{12,19}$/.test(pan), { error: 'expected a card number of 12 to 19 digits' })
      .optional()
      .describe('The card number; by default that of a test card without 3-D Secure, which is approved.'),
    features: z.array(z.string()).optional().describe('Features of the order, such as FORCE_TDS.'),
    jsonParams: z
      .record(z.string(), z.union([z.string(), z.number()]))
      .optional()
      .describe('As in `register.do`; `scenario` is the scenario or outcome that the order asks for.'),
  })
  .meta({ id: 'OrderToExplain' });

const explanation = z
  .array(z.strictObject({ decider: z.string(), decided: z.boolean(), because: z.string() }))
  .describe('Every possible decider in turn, up to the one that decided.');

export const scenarioExplanation = z
  .strictObject({
    scenario: z.string().optional().describe('The scenario that decides about the payment; absent if none does.'),
    decidedBy: z
      .array(z.string())
      .describe('Who decided, as in `explanation`: a scenario may leave a part to the card.'),
    explanation,
    route: z.string().describe('The authentication of the card: none, frictionless, attempt, challenge, unavailable.'),
    actionCode: z.int().optional().describe('The action code of the end, if it is known already; 0: approved.'),
    parts: z
      .array(
        z.strictObject({
          part: z.enum(scenarioParts).exclude(['attempts']),
          scenario: z.string().optional().describe('The scenario that decides about this part; absent if none does.'),
          explanation,
        }),
      )
      .describe('The deciders about calls, callbacks and later acts of the bank.'),
    notAsked: z
      .array(z.string())
      .describe('Scenarios with conditions that were not asked, because another one decided.'),
    byNameOnly: z
      .int()
      .describe('The number of scenarios without conditions: they apply only if an order or a merchant asks for them.'),
    order: z
      .strictObject({
        amountMinor: z.int(),
        currency: z.string().describe('ISO 4217, three digits.'),
        orderNumber: z.string(),
        clientId: z.string().optional(),
        email: z.string().optional(),
        description: z.string().optional(),
        language: z.string(),
        attempt: z.int(),
        card: z.string().describe('Masked.'),
      })
      .describe('The order with its defaults.'),
  })
  .meta({ id: 'ScenarioExplanation' });
