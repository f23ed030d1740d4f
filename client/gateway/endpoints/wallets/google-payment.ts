import type { OrderFeature } from '../../order-request.ts';
import {
  type GoogleAmount,
  type NamedWalletPayment,
  openedWalletPayment,
  sealedWalletPayment,
  type WalletPaymentRequest,
} from '../../wallet-payment.ts';

/** google/payment.do: an order paid with Google Pay. `paymentToken` is Google's token in Base64. */
export const googlePayPayment = sealedWalletPayment<NamedWalletPayment & GoogleAmount>(
  'googlePayPayment',
  '../google/payment.do',
);

/** google/paymentDirect.do: the same for a shop that opens tokens by itself; `paymentToken` is their content in Base64. */
export const googlePayDirect = openedWalletPayment<
  WalletPaymentRequest & GoogleAmount & { readonly merchant?: string; readonly features?: readonly OrderFeature[] }
>('googlePayDirect', '../google/paymentDirect.do');
