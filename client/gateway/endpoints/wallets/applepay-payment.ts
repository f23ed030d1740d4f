import type { Endpoint } from '../../endpoint.ts';
import {
  type NamedWalletPayment,
  readWalletPayment,
  type WalletPayment,
  type WalletPaymentRequest,
  walletFields,
} from '../../wallet-payment.ts';

/** applepay/payment.do: an order paid with Apple Pay. `paymentToken` is `paymentData` in Base64; it says how much. A repeat would be a second order. */
export const applePayPayment: Endpoint<NamedWalletPayment, WalletPayment> = {
  path: '../applepay/payment.do',
  repeat: 'never',
  body: 'json',
  isOpen: true,
  fields: (asked) => walletFields('applePayPayment', asked),
  read: readWalletPayment,
};

/** applepay/paymentDirect.do: the same for a shop that opens tokens by itself; `paymentToken` is what was in it, in Base64. */
export const applePayDirect: Endpoint<
  WalletPaymentRequest & { readonly merchant?: string; readonly features?: readonly 'VERIFY'[] },
  WalletPayment
> = {
  path: '../applepay/paymentDirect.do',
  repeat: 'never',
  body: 'json',
  fields: (asked) => walletFields('applePayDirect', asked),
  read: readWalletPayment,
};
