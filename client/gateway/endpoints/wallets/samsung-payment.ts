import {
  type NamedWalletPayment,
  openedWalletPayment,
  sealedWalletPayment,
  type WalletPaymentRequest,
} from '../../wallet-payment.ts';

/** samsung/payment.do: an order paid with Samsung Pay. `paymentToken` is `3DS.data`, which contains the amount. */
export const samsungPayPayment = sealedWalletPayment<NamedWalletPayment>('samsungPayPayment', '../samsung/payment.do');

/** samsung/paymentDirect.do: the same for a shop that opens tokens by itself; `paymentToken` is their content in Base64. */
export const samsungPayDirect = openedWalletPayment<WalletPaymentRequest & { readonly merchant?: string }>(
  'samsungPayDirect',
  '../samsung/paymentDirect.do',
);
