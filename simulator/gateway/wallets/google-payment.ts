import type { MerchantEndpoint } from '../../http/call/endpoint.ts';
import { renderWalletRefusal } from '../answers/json-answer.ts';
import { renderWalletPayment, walletPaymentShape } from './render-wallet-payment.ts';
import { googleParameters, walletParameters } from './wallet-parameters.ts';
import { payWithToken } from './wallet-payment.ts';

/** google/payment.do: registers an order and pays it with Google Pay, for some cards with 3-D Secure, in two calls. */
export const googlePayPayment: MerchantEndpoint = {
  path: 'google/payment.do',
  access: 'named-merchant',
  acceptsToken: false,
  body: 'json',
  parameters: { ...walletParameters, ...googleParameters },
  renderRefusal: renderWalletRefusal,
  shape: walletPaymentShape,
  answer: async (call) => renderWalletPayment(call, await payWithToken(call, 'google')),
};
