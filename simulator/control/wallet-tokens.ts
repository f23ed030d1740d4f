import type { RouterContext } from '@koa/router';
import type { Context } from '../context.ts';
import { readBody } from '../http/read-parameters.ts';
import { type StandInRequest, standInToken } from '../wallet/stand-in-token.ts';

/**
 * POST /sandbox/wallet-tokens: a test token of a wallet. JSON in: `wallet` (apple, google, samsung), `amount` in minor
 * units, `currency`, and if wanted `pan`, `expiry` (MM/YY), `authMethod` (PAN_ONLY, CRYPTOGRAM_3DS), `broken` (it cannot be
 * opened) and `decrypted` (for the direct calls). JSON out: `paymentToken`.
 */
export const sendWalletToken =
  (context: Context) =>
  async (ctx: RouterContext): Promise<void> => {
    const asked = readRequest(context, await readBody(ctx.req));
    if (typeof asked === 'string') {
      ctx.status = 400;
      ctx.body = { error: asked };
      return;
    }
    ctx.body = { paymentToken: standInToken(context, asked) };
  };

/** What is asked for, or what is wrong with it. */
const readRequest = ({ bank }: Context, text: string): StandInRequest | string => {
  const { wallet, amount, currency = bank.currency, pan, expiry, authMethod, ...flags } = readObject(text);
  if (wallet !== 'apple' && wallet !== 'google' && wallet !== 'samsung')
    return 'wallet: expected apple, google or samsung';
  if (!/^\d{1,12}$/.test(String(amount))) return 'amount: expected a whole number of minor units';
  if (!/^\d{3}$/.test(String(currency))) return 'currency: expected three digits (ISO 4217)';
  if (pan !== undefined && !/^\d{12,19}$/.test(String(pan))) return 'pan: expected 12 to 19 digits';
  if (expiry !== undefined && !/^(0[1-9]|1[0-2])\/(20)?\d\d$/.test(String(expiry))) return 'expiry: expected MM/YY';
  if (authMethod !== undefined && authMethod !== 'PAN_ONLY' && authMethod !== 'CRYPTOGRAM_3DS')
    return 'authMethod: expected PAN_ONLY or CRYPTOGRAM_3DS';
  return {
    wallet,
    amountMinor: Number(amount),
    currency: String(currency),
    card: { ...(pan !== undefined && { pan: String(pan) }), ...(expiry !== undefined && { expiry: String(expiry) }) },
    isBroken: flags['broken'] === true,
    isDecrypted: flags['decrypted'] === true,
    ...(authMethod && { authMethod }),
  };
};

const readObject = (text: string): Readonly<Record<string, unknown>> => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
};
