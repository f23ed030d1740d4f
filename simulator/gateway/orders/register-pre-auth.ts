import { refusalGroups } from '../../data/refusal-groups.ts';
import type { MerchantEndpoint } from '../../http/call/endpoint.ts';
import { renderRegisterRefusal } from '../answers/render-refusal.ts';
import { registeredShape, registerOrder } from './register-order.ts';
import { registerPreAuthParameters } from './register-parameters.ts';

export const registerPreAuth: MerchantEndpoint = {
  path: 'rest/registerPreAuth.do',
  meaning: 'Registers an order whose money is held first. The two automatic dates capture or release the hold.',
  meaningInRussian:
    'Регистрирует заказ, деньги по которому сначала удерживаются. Две автоматические даты списывают или освобождают удержанное.',
  source: 'bpc-rest',
  access: 'merchant',
  permission: 'pre-authorisation',
  acceptsToken: true,
  parameters: registerPreAuthParameters,
  refuses: [...refusalGroups.registration],
  renderRefusal: renderRegisterRefusal,
  shape: registeredShape,
  answer: (call) => registerOrder(call, { isPreAuth: true }),
};
