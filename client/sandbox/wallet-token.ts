import type { WalletTokenRequest } from '../wallets/wallet-token-request.ts';

/** The payment on the phone. The gateway adds the key, and by default its bank's currency. */
export type SandboxTokenRequest = Omit<WalletTokenRequest, 'publicKey' | 'nowMs' | 'currency' | 'card'> & {
  readonly currency?: string;
  /** Default: a card without 3-D Secure; for `PAN_ONLY` the challenge card. */
  readonly card?: { readonly pan?: string; readonly expiry?: string };
};

/** The same as the control API spells it. */
export const tokenRequestBody = ({ amountMinor, card, isBroken, isDecrypted, ...others }: SandboxTokenRequest) => ({
  ...others,
  ...card,
  amount: amountMinor,
  broken: isBroken,
  decrypted: isDecrypted,
});
