import type { Endpoint } from '../../endpoint.ts';
import type { OrderFeature } from '../../order-request.ts';
import {
  type GoogleAmount,
  type NamedWalletPayment,
  readWalletPayment,
  type WalletPayment,
  type WalletPaymentRequest,
  walletFields,
} from '../../wallet-payment.ts';

/** google/payment.do: an order paid with Google Pay. `paymentToken` is Google's token in Base64. A repeat would be a second order. */
export const googlePayPayment: Endpoint<NamedWalletPayment & GoogleAmount, WalletPayment> = {
  path: '../google/payment.do',
  repeat: 'never',
  body: 'json',
  isOpen: true,
  fields: (asked) => walletFields('googlePayPayment', asked),
  read: readWalletPayment,
};

/** google/paymentDirect.do: the same for a shop that opens tokens by itself; `paymentToken` is what was in it, in Base64. */
export const googlePayDirect: Endpoint<
  WalletPaymentRequest & GoogleAmount & { readonly merchant?: string; readonly features?: readonly OrderFeature[] },
  WalletPayment
> = {
  path: '../google/paymentDirect.do',
  repeat: 'never',
  body: 'json',
  fields: (asked) => walletFields('googlePayDirect', asked),
  read: readWalletPayment,
};
