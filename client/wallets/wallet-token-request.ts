import type { Card } from '../customer/payer-habits.ts';
import { cardChecks, cardNoun } from '../customer/payer-habits.ts';
import { currency } from '../gateway/order-checks.ts';
import { type Checks, fields, without } from '../options/check.ts';
import { minorUnits, momentMs, oneOf, text, trueOrFalse } from '../options/checks.ts';

export type WalletName = 'apple' | 'google' | 'samsung';

/** The input of a wallet token. */
export interface WalletTokenRequest {
  readonly wallet: WalletName;
  /** The gateway's public key in PEM, as `se/keys.do` gives it. */
  readonly publicKey: string;
  /** Whole minor units. Google's token has no amount: the call names it. */
  readonly amountMinor: number;
  /** ISO 4217 numeric. */
  readonly currency: string;
  /** Default: a card without 3-D Secure; for `PAN_ONLY` the challenge card. */
  readonly card?: Partial<Omit<Card, 'cvc'>>;
  /** Google: the number of the card, or one of the phone's own with a cryptogram. Default `CRYPTOGRAM_3DS`. */
  readonly authMethod?: 'PAN_ONLY' | 'CRYPTOGRAM_3DS';
  /** A token that the gateway cannot open. */
  readonly isBroken?: boolean;
  /** Not encrypted: for the `paymentDirect.do` calls of a shop that opens tokens by itself. */
  readonly isDecrypted?: boolean;
  /** The time of the token, milliseconds since 1970. Default: now. */
  readonly nowMs?: number;
}

/** The checks of a request, without the key, which a sandbox adds. */
export const walletTokenChecks = {
  wallet: oneOf('apple', 'google', 'samsung'),
  amountMinor: minorUnits,
  currency: currency,
  card: fields<Partial<Omit<Card, 'cvc'>>>(cardNoun)(without(cardChecks, 'cvc')),
  authMethod: oneOf('PAN_ONLY', 'CRYPTOGRAM_3DS'),
  isBroken: trueOrFalse,
  isDecrypted: trueOrFalse,
  nowMs: momentMs,
} satisfies Checks<Omit<WalletTokenRequest, 'publicKey'>>;

export const walletTokenRequest = fields<WalletTokenRequest>({ needs: ['wallet', 'amountMinor', 'currency'] })({
  ...walletTokenChecks,
  publicKey: text,
});
