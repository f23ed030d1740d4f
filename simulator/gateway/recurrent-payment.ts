import type { MerchantEndpoint } from '../http/endpoint.ts';
import { chargeBinding, chargeParameters, renderCharge } from './charge-binding.ts';
import { renderRecurrentRefusal } from './json-answer.ts';

/** recurrentPayment.do: charges a stored card as agreed before. A declined card is a success of the call: the status tells, which is a guess. */
export const recurrentPayment: MerchantEndpoint = {
  path: 'recurrentPayment.do',
  access: 'merchant',
  acceptsToken: false,
  body: 'json',
  parameters: chargeParameters,
  renderRefusal: renderRecurrentRefusal,
  answer: async (call) => {
    const order = await chargeBinding(call, 'R');
    return { success: true, data: { orderId: order.id }, orderStatus: renderCharge(call, order) };
  },
};
