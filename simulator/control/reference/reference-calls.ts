import { z } from 'zod';
import { banksOf } from '../../banks/bank-of.ts';
import { errorCodeOf } from '../../banks/error-code.ts';
import { actionCodes } from '../../data/action-codes.ts';
import { displayMessage } from '../../data/display-messages.ts';
import { errorCodes } from '../../data/error-codes.ts';
import { testCards } from '../../data/test-cards.ts';
import { brandOf } from '../../domain/card.ts';
import type { RefusalReason } from '../../domain/errors/refused.ts';
import { cardForActionCode, rangeRoutes } from '../../issuer/code-range.ts';
import { scenarioJsonSchema } from '../../scenario-engine/definition/json-schema.ts';
import { type Scenario, scenarioParts } from '../../scenario-engine/scenario.ts';
import { controlEndpoint } from '../control-endpoint.ts';

const texts = z.strictObject({ en: z.string(), ru: z.string(), kk: z.string() });
const confidence = z.enum(['doc', 'client', 'guess']).describe('From documentation, from clients, or a guess.');

export const actionCode = z
  .strictObject({
    code: z.int(),
    name: z.string().describe('Its name in scenario files.'),
    group: z.string(),
    meaning: texts.describe('For the shop: `actionCodeDescription`.'),
    message: texts.describe('For the payer: `displayErrorMessage`.'),
    cards: z
      .record(z.enum(rangeRoutes), z.string())
      .describe('The card numbers that lead to it, by 3-D Secure route; with any future date and any CVC.'),
    confidence,
    note: z.string().optional(),
  })
  .meta({ id: 'ActionCode' });

export const listActionCodes = controlEndpoint({
  method: 'GET',
  path: '/action-codes',
  tag: 'cards',
  summary: 'Every result of a payment, with the card numbers that make it happen.',
  summaryInRussian: 'Все результаты платежа и номера карт, которые к ним приводят.',
  answer: z.strictObject({ actionCodes: z.array(actionCode) }),
  handle: async () => ({
    actionCodes: actionCodes.map(({ code, name, group, en, ru, kk, confidence, note }) => ({
      code,
      name,
      group,
      meaning: { en, ru, kk },
      message: { en: displayMessage(code, 'en'), ru: displayMessage(code, 'ru'), kk: displayMessage(code, 'kk') },
      cards: cardsFor(code),
      confidence,
      ...(note !== undefined && { note }),
    })),
  }),
});

const cardsFor = (code: number) =>
  Object.fromEntries(rangeRoutes.map((route) => [route, cardForActionCode(code, route)])) as Record<
    (typeof rangeRoutes)[number],
    string
  >;

export const errorCode = z
  .strictObject({
    reason: z.string(),
    errorCode: z.string().describe("The code of this process's bank."),
    meaning: texts,
    confidence,
  })
  .meta({ id: 'ErrorCode' });

export const listErrorCodes = controlEndpoint({
  method: 'GET',
  path: '/error-codes',
  tag: 'cards',
  summary: 'Every reason for which the gateway refuses a call, with its errorCode.',
  summaryInRussian: 'Все причины, по которым шлюз отклоняет вызов, и их errorCode.',
  answer: z.strictObject({ errorCodes: z.array(errorCode) }),
  handle: async ({ context: { bank } }) => ({
    errorCodes: (Object.keys(errorCodes) as RefusalReason[]).map((reason) => {
      const { en, ru, kk, confidence } = errorCodes[reason];
      return { reason, errorCode: errorCodeOf(bank, reason), meaning: { en, ru, kk }, confidence };
    }),
  }),
});

export const card = z
  .strictObject({
    pan: z.string(),
    expiry: z.string().describe('YYYYMM, as published; 203412 is accepted as well.'),
    cvc: z.string(),
    brand: z.string(),
    does: z.string().describe('The course of a payment, in words.'),
    route: z.enum(['none', 'frictionless', 'challenge', 'attempt', 'unavailable']).describe('3-D Secure.'),
    challengeEnd: z.string().optional().describe('The end of a challenge for any code, if it is fixed.'),
    actionCode: z.int().describe('The result if the payer does everything right; 0: approved.'),
    confidence,
    note: z.string().optional(),
  })
  .meta({ id: 'TestCard' });

export const listCards = controlEndpoint({
  method: 'GET',
  path: '/cards',
  tag: 'cards',
  summary: 'The published test cards, and what they do.',
  summaryInRussian: 'Опубликованные тестовые карты и что происходит при оплате каждой.',
  answer: z.strictObject({ cards: z.array(card) }),
  handle: async () => ({
    cards: testCards.map(({ label, source: _, ...shown }) => ({ ...shown, does: label, brand: brandOf(shown.pan) })),
  }),
});

export const bank = z
  .strictObject({
    name: z.string().describe('Its name in `BANK` and in the settings of a merchant.'),
    title: z.string(),
    basePath: z.string().describe('The start of its paths, if the process imitates it.'),
    currency: z.string().describe('ISO 4217 numeric: the currency of orders that name none.'),
    isOwn: z.boolean().describe('Whether this process imitates it.'),
  })
  .meta({ id: 'Bank' });

export const listBanks = controlEndpoint({
  method: 'GET',
  path: '/banks',
  tag: 'service',
  summary: 'The banks whose gateways can be imitated.',
  summaryInRussian: 'Банки, шлюзы которых можно имитировать.',
  answer: z.strictObject({ banks: z.array(bank) }),
  handle: async ({ context }) => ({
    banks: banksOf(context)
      .map((one) => (one.name === context.bank.name ? context.bank : one))
      .map((one) => ({
        name: one.name,
        title: one.title,
        basePath: one.basePath,
        currency: one.currency,
        isOwn: one === context.bank,
      })),
  }),
});

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
  summary: 'Every scenario that can be asked for: those of the folder, and those that come with tillbox.',
  summaryInRussian: 'Все доступные сценарии: из вашей папки и встроенные в tillbox.',
  answer: z.strictObject({ scenarios: z.array(scenario) }),
  handle: async ({ context }) => ({ scenarios: (await context.allScenarios()).map(show) }),
});

const show = ({ name, about, shop, when, ...body }: Scenario) => ({
  name,
  about,
  ...(shop !== undefined && { shop }),
  ...(when && { when: { ...when } }),
  parts: scenarioParts.filter((part) => body[part].length > 0),
});

const schemaType = 'application/schema+json';

export const getScenarioSchema = controlEndpoint({
  method: 'GET',
  path: '/scenarios/schema.json',
  tag: 'cards',
  summary: 'The JSON Schema of a scenario file, for editors.',
  summaryInRussian: 'JSON Schema файла сценария для редакторов.',
  answer: { contentType: schemaType },
  handle: async ({ once }) => ({
    contentType: schemaType,
    ...once('scenario.schema.json', () => ({ text: scenarioJsonSchema() })),
  }),
});
