import type { MerchantEndpoint } from '../http/endpoint.ts';
import { registeredShape, registerOrder } from './register-order.ts';
import { registerParameters } from './register-parameters.ts';
import { renderRegisterRefusal } from './render-refusal.ts';

/** register.do: an order that is paid in one step. At most banks success carries no errorCode at all. */
export const register: MerchantEndpoint = {
  path: 'rest/register.do',
  access: 'merchant',
  acceptsToken: true,
  parameters: registerParameters,
  renderRefusal: renderRegisterRefusal,
  shape: registeredShape,
  answer: (call) => registerOrder(call, { isPreAuth: false }),
};
