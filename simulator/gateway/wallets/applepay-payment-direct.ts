import type { MerchantEndpoint } from '../../http/call/endpoint.ts';
import { renderWalletRefusal } from '../answers/json-answer.ts';
import { renderWalletPayment, walletPaymentWithStatusShape } from './render-wallet-payment.ts';
import { walletDirectParameters } from './wallet-parameters.ts';
import { payWithOpenToken } from './wallet-payment.ts';

/** applepay/paymentDirect.do: the same for a merchant that has opened the token by itself. */
export const applePayDirect: MerchantEndpoint = {
  path: 'applepay/paymentDirect.do',
  access: 'merchant',
  acceptsToken: false,
  body: 'json',
  parameters: walletDirectParameters,
  renderRefusal: renderWalletRefusal,
  shape: walletPaymentWithStatusShape,
  answer: async (call) => renderWalletPayment(call, await payWithOpenToken(call, 'apple'), 'with-status'),
};
