import { cardChecks, cardNoun } from '../customer/payer-habits.ts';
import { checkUse } from '../gateway/check-use.ts';
import { fields, only, without } from '../options/check.ts';
import { type WalletTokenRequest, walletTokenChecks } from '../wallets/wallet-token-request.ts';

/** The payment on the phone. The gateway adds the key, and by default its bank's currency. */
export type SandboxTokenRequest = Omit<WalletTokenRequest, 'publicKey' | 'nowMs' | 'currency' | 'card'> & {
  readonly currency?: string;
  /** Default: a card without 3-D Secure; for `PAN_ONLY` the challenge card. */
  readonly card?: { readonly pan?: string; readonly expiry?: string };
};

const tokenRequest = fields<SandboxTokenRequest>({ needs: ['wallet', 'amountMinor'] })({
  ...without(walletTokenChecks, 'nowMs', 'card'),
  card: fields<NonNullable<SandboxTokenRequest['card']>>(cardNoun)(only(cardChecks, 'pan', 'expiry')),
});

/** The same as the control API spells it. */
export const tokenRequestBody = (request: SandboxTokenRequest) => {
  checkUse('makeWalletToken', tokenRequest, request);
  const { amountMinor, card, isBroken, isDecrypted, ...others } = request;
  return { ...others, ...card, amount: amountMinor, broken: isBroken, decrypted: isDecrypted };
};
