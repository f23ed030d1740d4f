import type { MerchantEndpoint } from '../../http/call/endpoint.ts';
import { renderWalletRefusal } from '../answers/json-answer.ts';
import { renderWalletPayment, walletPaymentShape } from './render-wallet-payment.ts';
import { googleParameters, walletDirectParameters } from './wallet-parameters.ts';
import { payWithOpenToken } from './wallet-payment.ts';

/** google/paymentDirect.do: the same for a merchant that has opened the token by itself. */
export const googlePayDirect: MerchantEndpoint = {
  path: 'google/paymentDirect.do',
  access: 'merchant',
  acceptsToken: false,
  body: 'json',
  parameters: { ...walletDirectParameters, ...googleParameters },
  renderRefusal: renderWalletRefusal,
  shape: walletPaymentShape,
  answer: async (call) => renderWalletPayment(call, await payWithOpenToken(call, 'google')),
};
