import { fields } from '../../../options/check.ts';
import { parameters } from '../../order-checks.ts';
import {
  type NamedWalletPayment,
  namedWallet,
  openedWalletPayment,
  sealedWalletPayment,
  type WalletPaymentRequest,
} from '../../wallet-payment.ts';

/** samsung/payment.do: an order paid with Samsung Pay. `paymentToken` is `3DS.data`, which contains the amount. */
export const samsungPayPayment = sealedWalletPayment<NamedWalletPayment>(
  'samsungPayPayment',
  '../samsung/payment.do',
  fields<NamedWalletPayment>(parameters)(namedWallet),
);

/** samsung/paymentDirect.do: the same for a shop that opens tokens by itself; `paymentToken` is their content in Base64. */
export const samsungPayDirect = openedWalletPayment(
  'samsungPayDirect',
  '../samsung/paymentDirect.do',
  fields<WalletPaymentRequest & { readonly merchant?: string }>(parameters)(namedWallet),
);
