import type { Card } from '../customer/payer-options.ts';

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
