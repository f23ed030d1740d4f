import { cardForActionCode } from '../../issuer/code-range.ts';
import type { WalletName } from '../../payments/wallets/wallet-data.ts';
import type { WalletTestTokenRequest } from '../../provider-states/wallet-test-token.ts';

/** A card in the wallet of the sandbox's payer. */
export interface WalletTestCard {
  /** The form's value, such as `google.declined`. */
  readonly id: string;
  readonly wallet: WalletName;
  /** How a payment with it ends; the page has a text for each. */
  readonly end: 'approved' | 'challenged' | 'declined';
  readonly phone: Partial<Pick<WalletTestTokenRequest, 'card' | 'authMethod'>>;
}

/** The request to a phone for each ending. The decline is the best known one: not enough money. */
const phones: Readonly<Record<WalletTestCard['end'], WalletTestCard['phone']>> = {
  approved: {},
  challenged: { authMethod: 'PAN_ONLY' },
  declined: { card: { pan: cardForActionCode(116) } },
};

/** Only Google gives the card's own number, which needs 3-D Secure. Source: BPC REST documentation, Google Pay. */
const ends: Readonly<Record<WalletName, readonly WalletTestCard['end'][]>> = {
  apple: ['approved', 'declined'],
  google: ['approved', 'challenged', 'declined'],
  samsung: ['approved', 'declined'],
};

/** The test cards in a wallet. */
export const walletTestCards = (wallet: WalletName): readonly WalletTestCard[] =>
  ends[wallet].map((end) => ({ id: `${wallet}.${end}`, wallet, end, phone: phones[end] }));
