import { fields } from '../../../options/check.ts';
import { listOf, text } from '../../../options/checks.ts';
import { parameters } from '../../order-checks.ts';
import type { OrderFeature } from '../../order-request.ts';
import {
  type GoogleAmount,
  googleAmount,
  type NamedWalletPayment,
  namedWallet,
  openedWalletPayment,
  sealedWalletPayment,
  type WalletPaymentRequest,
} from '../../wallet-payment.ts';

/** google/payment.do: an order paid with Google Pay. `paymentToken` is Google's token in Base64. */
export const googlePayPayment = sealedWalletPayment(
  'googlePayPayment',
  '../google/payment.do',
  fields<NamedWalletPayment & GoogleAmount>(parameters)({ ...namedWallet, ...googleAmount }),
);

/** google/paymentDirect.do: the same for a shop that opens tokens by itself; `paymentToken` is their content in Base64. */
export const googlePayDirect = openedWalletPayment(
  'googlePayDirect',
  '../google/paymentDirect.do',
  fields<
    WalletPaymentRequest & GoogleAmount & { readonly merchant?: string; readonly features?: readonly OrderFeature[] }
  >(parameters)({ ...namedWallet, ...googleAmount, features: listOf(text) }),
);
