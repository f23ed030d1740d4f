import type { MerchantEndpoint } from '../../http/call/endpoint.ts';
import { renderWalletRefusal } from '../answers/json-answer.ts';
import { renderWalletPayment, walletPaymentWithStatusShape } from './render-wallet-payment.ts';
import { walletParameters } from './wallet-parameters.ts';
import { payWithToken } from './wallet-payment.ts';

/** applepay/payment.do: registers an order and pays it with Apple Pay; the token says how much. */
export const applePayPayment: MerchantEndpoint = {
  path: 'applepay/payment.do',
  access: 'named-merchant',
  acceptsToken: false,
  body: 'json',
  parameters: walletParameters,
  renderRefusal: renderWalletRefusal,
  shape: walletPaymentWithStatusShape,
  answer: async (call) => renderWalletPayment(call, await payWithToken(call, 'apple'), 'with-status'),
};
