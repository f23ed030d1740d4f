import type { MakeMethod } from '../call-method.ts';
import { applePayDirect, applePayPayment } from '../endpoints/wallets/applepay-payment.ts';
import { googlePayDirect, googlePayPayment } from '../endpoints/wallets/google-payment.ts';
import { samsungPayDirect, samsungPayPayment } from '../endpoints/wallets/samsung-payment.ts';
import { tokenPayment } from '../endpoints/wallets/token-payment.ts';

export type WalletCalls = ReturnType<typeof walletCalls>;

/** `client.wallets`: orders paid with a telephone. A declined card is a `GatewayRefused`. */
export const walletCalls = (method: MakeMethod) => ({
  /** applepay/payment.do: the gateway opens Apple's token. */
  applePay: method(applePayPayment),
  /** applepay/paymentDirect.do: the shop has opened it. */
  applePayDirect: method(applePayDirect),
  /** google/payment.do: the gateway opens Google's token. A card without cryptogram may need 3-D Secure. */
  googlePay: method(googlePayPayment),
  /** google/paymentDirect.do: the shop has opened it. */
  googlePayDirect: method(googlePayDirect),
  /** samsung/payment.do: the gateway opens Samsung's token. */
  samsungPay: method(samsungPayPayment),
  /** samsung/paymentDirect.do: the shop has opened it. */
  samsungPayDirect: method(samsungPayDirect),
  /** token/payment.do: a token of the card scheme itself. */
  networkToken: method(tokenPayment),
});
