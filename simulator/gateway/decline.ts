import { declineOrder } from '../domain/money.ts';
import type { MerchantEndpoint } from '../http/endpoint.ts';
import { changeMoney, operationShape, orderParameters } from './money-call.ts';
import { renderRefusal } from './render-refusal.ts';

/** decline.do: closes an order that was not paid. */
export const decline: MerchantEndpoint = {
  path: 'rest/decline.do',
  access: 'merchant',
  acceptsToken: false,
  parameters: orderParameters,
  renderRefusal,
  shape: operationShape,
  answer: (call) => changeMoney(call, declineOrder),
};
