import { successTexts } from '../data/error-codes.ts';
import type { MerchantEndpoint } from '../http/endpoint.ts';
import { chargeBinding, chargeParameters, renderCharge } from './charge-binding.ts';
import { renderFlaggedRefusal } from './render-refusal.ts';

/** installmentPayment.do: one instalment from a stored card. */
export const installmentPayment: MerchantEndpoint = {
  path: 'installmentPayment.do',
  access: 'merchant',
  acceptsToken: false,
  body: 'json',
  parameters: {
    ...chargeParameters,
    preAuth: { kind: 'flag', required: true, meaning: 'Hold the money first.' },
  },
  renderRefusal: renderFlaggedRefusal,
  answer: async (call) => {
    const order = await chargeBinding(call, 'I');
    return {
      errorCode: 0,
      errorMessage: successTexts[call.language],
      orderId: order.id,
      orderStatus: renderCharge(call, order),
      error: false,
    };
  },
};
