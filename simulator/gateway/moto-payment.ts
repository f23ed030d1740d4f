import type { MerchantEndpoint } from '../http/endpoint.ts';
import { attemptPayment } from '../payments/attempt-payment.ts';
import { asRegistration, atOnceParameters } from './instant-payment.ts';
import { payerOf } from './payment-order.ts';
import { keepNewOrder } from './register-order.ts';
import { renderSuccessRefusal } from './render-refusal.ts';
import { sentMeans } from './sent-card.ts';

/**
 * motoPayment.do: a card told by mail or telephone, never with 3-D Secure. A decline is a success of the call, as with
 * every other payment; that is a guess.
 */
export const motoPayment: MerchantEndpoint = {
  path: 'rest/motoPayment.do',
  access: 'merchant',
  acceptsToken: true,
  parameters: {
    ...atOnceParameters,
    pan: { kind: 'secret', required: true, meaning: 'Card number.' },
    expiry: { kind: 'secret', required: true, meaning: 'YYYYMM.' },
  },
  renderRefusal: renderSuccessRefusal,
  answer: async (call) => {
    const means = await sentMeans(call, ['cvc']);
    const isPreAuth = call.values['preAuth']?.toLowerCase() === 'true';
    const order = await keepNewOrder(asRegistration(call), { isPreAuth });
    const request = { orderId: order.id, means, paymentWay: 'CARD_MOTO', ...payerOf(call) };
    await attemptPayment(call.context, { ...request, threeDs: 'skipped' });
    return { errorCode: '0', success: true, mdOrder: order.id, orderNumber: order.orderNumber };
  },
};
