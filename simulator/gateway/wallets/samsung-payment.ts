import type { MerchantEndpoint } from '../../http/call/endpoint.ts';
import { renderWalletRefusal } from '../answers/json-answer.ts';
import { renderWalletPayment, walletPaymentWithStatusShape } from './render-wallet-payment.ts';
import { walletParameters } from './wallet-parameters.ts';
import { payWithToken } from './wallet-payment.ts';

/** samsung/payment.do: registers an order and pays it with Samsung Pay; the token says how much. */
export const samsungPayPayment: MerchantEndpoint = {
  path: 'samsung/payment.do',
  access: 'named-merchant',
  acceptsToken: false,
  body: 'json',
  parameters: walletParameters,
  renderRefusal: renderWalletRefusal,
  shape: walletPaymentWithStatusShape,
  answer: async (call) => renderWalletPayment(call, await payWithToken(call, 'samsung'), 'with-status'),
};
