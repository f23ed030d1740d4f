import type { MerchantEndpoint } from '../../http/call/endpoint.ts';
import { renderRegisterRefusal } from '../answers/render-refusal.ts';
import { registeredShape, registerOrder } from './register-order.ts';
import { registerPreAuthParameters } from './register-parameters.ts';

/** registerPreAuth.do: the payment only holds the money; deposit.do takes it later. */
export const registerPreAuth: MerchantEndpoint = {
  path: 'rest/registerPreAuth.do',
  access: 'merchant',
  acceptsToken: true,
  parameters: registerPreAuthParameters,
  renderRefusal: renderRegisterRefusal,
  shape: registeredShape,
  answer: (call) => registerOrder(call, { isPreAuth: true }),
};
