import type { MerchantEndpoint } from '../http/endpoint.ts';
import { changeMoney, operationShape, orderParameters } from './money-call.ts';
import { readParams } from './read-params.ts';
import { renderRefusal } from './render-refusal.ts';

/** addParams.do: adds to the order's own parameters; a name that is there already gets the new value. */
export const addParams: MerchantEndpoint = {
  path: 'rest/addParams.do',
  access: 'merchant',
  acceptsToken: false,
  parameters: {
    ...orderParameters,
    params: { kind: 'json', required: true, meaning: 'Names and values, a JSON object.' },
  },
  renderRefusal,
  shape: operationShape,
  answer: (call) => {
    const added = readParams(call.values['params'], 'params');
    return changeMoney(call, (order) => ({ ...order, params: { ...order.params, ...added } }));
  },
};
