import { z } from 'zod';
import { testCards } from '../../data/test-cards.ts';
import { brandOf } from '../../domain/card.ts';
import { controlEndpoint } from '../control-endpoint.ts';

export const card = z
  .strictObject({
    pan: z.string(),
    expiry: z.string().describe('YYYYMM, as published; 203412 will do as well.'),
    cvc: z.string(),
    brand: z.string(),
    does: z.string().describe('What happens, in words.'),
    route: z.enum(['none', 'frictionless', 'challenge', 'attempt', 'unavailable']).describe('3-D Secure.'),
    challengeEnd: z.string().optional().describe('How a challenge ends whatever the payer types.'),
    actionCode: z.int().describe('Where everything asked of the payer went well; 0 approved.'),
    confidence: z.enum(['doc', 'client', 'guess']).describe('From documentation, from clients, or a guess.'),
    note: z.string().optional(),
  })
  .meta({ id: 'TestCard' });

export const listCards = controlEndpoint({
  method: 'GET',
  path: '/cards',
  tag: 'cards',
  summary: 'The published test cards, and what they do.',
  answer: z.strictObject({ cards: z.array(card) }),
  handle: async () => ({
    cards: testCards.map(({ label, source: _, ...shown }) => ({ ...shown, does: label, brand: brandOf(shown.pan) })),
  }),
});
