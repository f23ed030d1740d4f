import type { MerchantEndpoint } from '../../http/call/endpoint.ts';
import { renderMotoRefusal } from '../answers/render-refusal.ts';
import { asksForHold, payAtOnce, payAtOnceRefusals, registrationParameters } from './pay-at-once.ts';

/**
 * Never with 3-D Secure. A decline is a success of the call, because that only means that the request was processed. The
 * payer cannot try again, so the order has one attempt, which is a guess.
 */
export const motoPayment: MerchantEndpoint = {
  path: 'rest/motoPayment.do',
  meaning: 'Mail and telephone orders. The answer to a declined card is a guess.',
  meaningInRussian: 'Заказы по почте и телефону. Ответ при отказе по карте — предположение.',
  source: 'bpc-rest',
  access: 'merchant',
  permission: 'card-data',
  acceptsToken: true,
  parameters: {
    ...registrationParameters,
    pan: { kind: 'secret', required: true, meaning: 'Card number.' },
    expiry: { kind: 'secret', required: true, meaning: 'YYYYMM.' },
    cardholder: { kind: 'secret', required: true, meaning: 'Cardholder.' },
    cvc: { kind: 'secret', meaning: 'Security code.' },
  },
  refuses: [...payAtOnceRefusals],
  renderRefusal: renderMotoRefusal,
  shape: () => ({
    name: 'MotoPayment',
    fields: {
      errorCode: { kind: 'text', values: ['0'] },
      success: { kind: 'flag', values: [true], meaning: 'Of a declined card too: only the status tells.' },
      mdOrder: { kind: 'text' },
      orderNumber: { kind: 'text' },
    },
  }),
  answer: async (call) => {
    const { order } = await payAtOnce(call, {
      given: { isPreAuth: asksForHold(call), attemptsAllowed: 1 },
      unasked: ['cvc'],
      paymentWay: 'CARD_MOTO',
      threeDs: 'skipped',
    });
    return { errorCode: '0', success: true, mdOrder: order.id, orderNumber: order.orderNumber };
  },
};
