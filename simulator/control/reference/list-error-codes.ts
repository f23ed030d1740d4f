import { z } from 'zod';
import { errorCodeOf } from '../../banks/error-code.ts';
import { errorCodes } from '../../data/error-codes.ts';
import type { RefusalReason } from '../../domain/refused.ts';
import { controlEndpoint } from '../control-endpoint.ts';

export const code = z
  .strictObject({
    reason: z.string(),
    errorCode: z.string().describe("The code of this process's bank."),
    meaning: z.strictObject({ en: z.string(), ru: z.string(), kk: z.string() }),
    confidence: z.enum(['doc', 'client', 'guess']).describe('From documentation, from clients, or a guess.'),
  })
  .meta({ id: 'ErrorCode' });

export const listErrorCodes = controlEndpoint({
  method: 'GET',
  path: '/error-codes',
  tag: 'cards',
  summary: 'Every reason for which the gateway refuses a call, with its errorCode.',
  answer: z.strictObject({ errorCodes: z.array(code) }),
  handle: async ({ context: { bank } }) => ({
    errorCodes: (Object.keys(errorCodes) as RefusalReason[]).map((reason) => {
      const { en, ru, kk, confidence } = errorCodes[reason];
      return { reason, errorCode: errorCodeOf(bank, reason), meaning: { en, ru, kk }, confidence };
    }),
  }),
});
