import { z } from 'zod';
import { testCards } from '../../data/test-cards.ts';
import { brandOf } from '../../domain/card.ts';
import { controlEndpoint } from '../control-endpoint.ts';

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
