import { z } from 'zod';
import { actionCodes } from '../../data/action-codes.ts';
import { displayMessage } from '../../data/display-messages.ts';
import { cardForActionCode, rangeRoutes } from '../../issuer/code-range.ts';
import { controlEndpoint } from '../control-endpoint.ts';

const texts = z.strictObject({ en: z.string(), ru: z.string(), kk: z.string() });

export const code = z
  .strictObject({
    code: z.int(),
    name: z.string().describe('Its name in scenario files.'),
    group: z.string(),
    meaning: texts.describe('For the shop: `actionCodeDescription`.'),
    message: texts.describe('For the payer: `displayErrorMessage`.'),
    cards: z
      .record(z.enum(rangeRoutes), z.string())
      .describe('The card numbers that lead to it, by 3-D Secure route; with any future date and any CVC.'),
    confidence: z.enum(['doc', 'client', 'guess']).describe('From documentation, from clients, or a guess.'),
    note: z.string().optional(),
  })
  .meta({ id: 'ActionCode' });

export const listActionCodes = controlEndpoint({
  method: 'GET',
  path: '/action-codes',
  tag: 'cards',
  summary: 'Every result of a payment, with the card numbers that make it happen.',
  answer: z.strictObject({ actionCodes: z.array(code) }),
  handle: async () => ({
    actionCodes: actionCodes.map(({ code: actionCode, name, group, en, ru, kk, confidence, note }) => ({
      code: actionCode,
      name,
      group,
      meaning: { en, ru, kk },
      message: {
        en: displayMessage(actionCode, 'en'),
        ru: displayMessage(actionCode, 'ru'),
        kk: displayMessage(actionCode, 'kk'),
      },
      cards: cardsFor(actionCode),
      confidence,
      ...(note !== undefined && { note }),
    })),
  }),
});

const cardsFor = (actionCode: number) =>
  Object.fromEntries(rangeRoutes.map((route) => [route, cardForActionCode(actionCode, route)])) as Record<
    (typeof rangeRoutes)[number],
    string
  >;
