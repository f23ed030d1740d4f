import type { Endpoint } from '../../endpoint.ts';
import {
  type NamedWalletPayment,
  readWalletPayment,
  type WalletPayment,
  type WalletPaymentRequest,
  walletFields,
} from '../../wallet-payment.ts';

/** samsung/payment.do: an order paid with Samsung Pay. `paymentToken` is `3DS.data`; it says how much. A repeat would be a second order. */
export const samsungPayPayment: Endpoint<NamedWalletPayment, WalletPayment> = {
  path: '../samsung/payment.do',
  repeat: 'never',
  body: 'json',
  isOpen: true,
  fields: (asked) => walletFields('samsungPayPayment', asked),
  read: readWalletPayment,
};

/** samsung/paymentDirect.do: the same for a shop that opens tokens by itself; `paymentToken` is what was in it, in Base64. */
export const samsungPayDirect: Endpoint<WalletPaymentRequest & { readonly merchant?: string }, WalletPayment> = {
  path: '../samsung/paymentDirect.do',
  repeat: 'never',
  body: 'json',
  fields: (asked) => walletFields('samsungPayDirect', asked),
  read: readWalletPayment,
};
