import { refusalGroups } from '../../data/refusal-groups.ts';
import type { MerchantEndpoint } from '../../http/call/endpoint.ts';
import { renderRegisterRefusal } from '../answers/render-refusal.ts';
import { registeredShape, registerOrder } from './register-order.ts';
import { registerParameters } from './register-parameters.ts';

/** At most banks success carries no errorCode at all. */
export const register: MerchantEndpoint = {
  path: 'rest/register.do',
  meaning: 'Registers an order paid in one step; `bindingId` restricts it to a stored card. Fiscal fields are ignored.',
  meaningInRussian:
    'Регистрирует одностадийный заказ; с `bindingId` его можно оплатить только этой связкой. Фискальные поля не учитываются.',
  source: 'bpc-rest',
  access: 'merchant',
  acceptsToken: true,
  parameters: registerParameters,
  refuses: [...refusalGroups.registration],
  renderRefusal: renderRegisterRefusal,
  shape: registeredShape,
  answer: (call) => registerOrder(call, { isPreAuth: false }),
};
