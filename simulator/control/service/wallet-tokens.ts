import { z } from 'zod';
import { walletTestToken } from '../../provider-states/wallet-test-token.ts';
import { controlEndpoint } from '../control-endpoint.ts';

const digits = (pattern: RegExp, expected: string) =>
  z
    .union([z.int(), z.string()], { error: expected })
    .transform(String)
    .refine((text) => pattern.test(text), {
      error: expected,
    });

export const request = z
  .strictObject({
    wallet: z.enum(['apple', 'google', 'samsung']),
    amount: digits(/^\d{1,12}$/, 'expected a whole number of minor units').describe('In minor units.'),
    currency: digits(/^\d{3}$/, 'expected three digits (ISO 4217)')
      .exactOptional()
      .describe("ISO 4217 numeric; the bank's own by default."),
    pan: digits(/^\d{12,19}$/, 'expected 12 to 19 digits')
      .exactOptional()
      .describe('Number of the card in the phone.'),
    expiry: z
      .string()
      .regex(/^(0[1-9]|1[0-2])\/(20)?\d\d$/, { error: 'expected MM/YY' })
      .exactOptional(),
    authMethod: z.enum(['PAN_ONLY', 'CRYPTOGRAM_3DS']).exactOptional().describe('Google Pay only.'),
    broken: z.boolean().exactOptional().describe('Whether it cannot be decrypted.'),
    decrypted: z.boolean().exactOptional().describe('For the calls of shops that decrypt tokens themselves.'),
  })
  .meta({ id: 'WalletTokenRequest' });

export const makeWalletToken = controlEndpoint({
  method: 'POST',
  path: '/wallet-tokens',
  tag: 'cards',
  summary: 'Makes a test token of a wallet, for the wallet calls of the merchant API.',
  summaryInRussian: 'Создаёт тестовый токен кошелька для вызовов merchant API, связанных с кошельками.',
  body: request,
  takesCard: true,
  answer: z.strictObject({ paymentToken: z.string() }),
  isForOwnPages: true,
  handle: async ({ context, body }) => {
    const { wallet, amount, currency = context.bank.currency, authMethod, broken, decrypted } = body;
    const { pan, expiry } = body;
    return {
      paymentToken: walletTestToken(context, {
        wallet,
        amountMinor: Number(amount),
        currency,
        card: { ...(pan !== undefined && { pan }), ...(expiry !== undefined && { expiry }) },
        isBroken: broken === true,
        isDecrypted: decrypted === true,
        ...(authMethod && { authMethod }),
      }),
    };
  },
});
