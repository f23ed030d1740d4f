import {
  type NamedWalletPayment,
  openedWalletPayment,
  sealedWalletPayment,
  type WalletPaymentRequest,
} from '../../wallet-payment.ts';

/** applepay/payment.do: an order paid with Apple Pay. `paymentToken` is `paymentData` in Base64, which contains the amount. */
export const applePayPayment = sealedWalletPayment<NamedWalletPayment>('applePayPayment', '../applepay/payment.do');

/** applepay/paymentDirect.do: the same for a shop that opens tokens by itself; `paymentToken` is their content in Base64. */
export const applePayDirect = openedWalletPayment<
  WalletPaymentRequest & { readonly merchant?: string; readonly features?: readonly 'VERIFY'[] }
>('applePayDirect', '../applepay/paymentDirect.do');
