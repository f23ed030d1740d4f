import type { MerchantEndpoint } from '../../http/call/endpoint.ts';
import { renderRegisterRefusal } from '../answers/render-refusal.ts';
import { registeredShape, registerOrder } from './register-order.ts';
import { registerParameters } from './register-parameters.ts';

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
