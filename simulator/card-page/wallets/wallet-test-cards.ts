import { cardForActionCode } from '../../issuer/code-range.ts';
import type { WalletName } from '../../payments/wallets/wallet-data.ts';
import type { WalletTestTokenRequest } from '../../provider-states/wallet-test-token.ts';

/** A card in the wallet of the sandbox's payer. */
export interface StandInCard {
  /** The form's value, such as `google.declined`. */
  readonly id: string;
  readonly wallet: WalletName;
  /** How a payment with it ends; the page has a text for each. */
  readonly end: 'approved' | 'challenged' | 'declined';
  readonly phone: Partial<Pick<WalletTestTokenRequest, 'card' | 'authMethod'>>;
}

/** The request to a phone for each ending. The decline is the best known one: not enough money. */
const phones: Readonly<Record<StandInCard['end'], StandInCard['phone']>> = {
  approved: {},
  challenged: { authMethod: 'PAN_ONLY' },
  declined: { card: { pan: cardForActionCode(116) } },
};

/** Only Google gives the card's own number, which needs 3-D Secure. Source: BPC REST documentation, Google Pay. */
const ends: Readonly<Record<WalletName, readonly StandInCard['end'][]>> = {
  apple: ['approved', 'declined'],
  google: ['approved', 'challenged', 'declined'],
  samsung: ['approved', 'declined'],
};

/** The cards that stand in for those in a wallet. */
export const standInCards = (wallet: WalletName): readonly StandInCard[] =>
  ends[wallet].map((end) => ({ id: `${wallet}.${end}`, wallet, end, phone: phones[end] }));
