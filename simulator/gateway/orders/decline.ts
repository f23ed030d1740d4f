import { declineOrder } from '../../domain/money.ts';
import type { MerchantEndpoint } from '../../http/call/endpoint.ts';
import { renderRefusal } from '../answers/render-refusal.ts';
import { changeMoney, operationShape, orderParameters } from '../money/money-call.ts';

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
