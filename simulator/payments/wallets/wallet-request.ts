import type { Context } from '../../context.ts';
import { typedMeans, unreadableToken } from '../attempt/payment-means.ts';
import type { PaymentRequest } from '../attempt/payment-request.ts';
import { readCard } from '../cards/check-card.ts';
import type { WalletCard, WalletName } from './wallet-data.ts';

/**
 * The part of a payment that a wallet decides; `token`: a card scheme's token without a wallet. A card without a proof of
 * its payer must pass 3-D Secure with Google; with the others the card decides. Source: BPC REST documentation, wallets;
 * that a tokenised card of Google has no 3-D Secure is a guess. @throws Refused if the card cannot be used.
 */
export const walletRequest = (
  { clock }: Context,
  wallet: WalletName | 'token',
  card: WalletCard | undefined,
): Pick<PaymentRequest, 'means' | 'paymentWay' | 'threeDs' | 'ownThreeDs'> => {
  const paymentWay = ways[wallet](card?.isTokenised ?? false);
  if (!card) return { means: unreadableToken, paymentWay };
  const means = typedMeans(readCard(card.fields, clock.now(), ['cvc', 'cardholder']));
  if (!card.isTokenised) return { means, paymentWay, ...(wallet === 'google' && { threeDs: 'demanded' }) };
  return { means, paymentWay, threeDs: 'skipped', ...(card.eci !== undefined && { ownThreeDs: { eci: card.eci } }) };
};

/** `paymentWay` of the status. Source: BPC REST documentation, getOrderStatusExtended.do. */
const ways: Readonly<Record<WalletName | 'token', (isTokenised: boolean) => string>> = {
  apple: () => 'APPLE_PAY',
  google: (isTokenised) => (isTokenised ? 'GOOGLE_PAY_TOKENIZED' : 'GOOGLE_PAY_CARD'),
  samsung: () => 'SAMSUNG_PAY',
  token: () => 'TOKEN_PAY',
};
