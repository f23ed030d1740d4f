import { fields } from '../../../options/check.ts';
import { listOf, oneOf } from '../../../options/checks.ts';
import { parameters } from '../../order-checks.ts';
import {
  type NamedWalletPayment,
  namedWallet,
  openedWalletPayment,
  sealedWalletPayment,
  type WalletPaymentRequest,
} from '../../wallet-payment.ts';

/** applepay/payment.do: an order paid with Apple Pay. `paymentToken` is `paymentData` in Base64, which contains the amount. */
export const applePayPayment = sealedWalletPayment<NamedWalletPayment>(
  'applePayPayment',
  '../applepay/payment.do',
  fields<NamedWalletPayment>(parameters)(namedWallet),
);

/** applepay/paymentDirect.do: the same for a shop that opens tokens by itself; `paymentToken` is their content in Base64. */
export const applePayDirect = openedWalletPayment(
  'applePayDirect',
  '../applepay/paymentDirect.do',
  fields<WalletPaymentRequest & { readonly merchant?: string; readonly features?: readonly 'VERIFY'[] }>(parameters)({
    ...namedWallet,
    features: listOf(oneOf('VERIFY')),
  }),
);
