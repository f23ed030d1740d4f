import type { WalletName } from '../../payments/wallets/wallet-data.ts';

/** A wallet that merchants have. Every merchant here has all of them. */
export interface MerchantWallet {
  readonly wallet: WalletName;
  /** As people know it. */
  readonly label: string;
  /** Its name in the answer of getPaymentSettings.do. */
  readonly setting: string;
  /** The card page's own call for it, below the base path; absent if none is known, so there is no button. */
  readonly call?: string;
}

/** Source: page scripts of RBS gateways, which have no call for Samsung Pay. */
export const merchantWallets: readonly MerchantWallet[] = [
  { wallet: 'apple', label: 'Apple Pay', setting: 'applePay', call: 'applepay/paymentOrder.do' },
  { wallet: 'google', label: 'Google Pay', setting: 'googlePay', call: 'google/paymentOrder.do' },
  { wallet: 'samsung', label: 'Samsung Pay', setting: 'samsungPay' },
];
