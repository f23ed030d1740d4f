import { refusalGroups } from '../../data/refusal-groups.ts';
import type { MerchantEndpoint } from '../../http/call/endpoint.ts';
import { renderRefusal } from '../answers/render-refusal.ts';
import { changeMoney, operationShape, orderParameters } from '../money/money-call.ts';
import { readParams, refuseTooMany } from './read-params.ts';

/** A name that is there already gets the new value. */
export const addParams: MerchantEndpoint = {
  path: 'rest/addParams.do',
  meaning: 'Adds order parameters.',
  meaningInRussian: 'Добавляет параметры заказа.',
  source: 'alfa-swagger',
  access: 'merchant',
  parameters: {
    ...orderParameters,
    params: { kind: 'json', required: true, meaning: 'Names and values, a JSON object.' },
  },
  refuses: [...refusalGroups.money, 'json-invalid'],
  renderRefusal,
  shape: operationShape,
  answer: (call) => {
    const added = readParams(call.values['params'], 'params');
    return changeMoney(call, (order) => {
      const params = { ...order.params, ...added };
      refuseTooMany(params, 'params');
      return { ...order, params };
    });
  },
};
