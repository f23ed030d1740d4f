import { successTexts } from '../data/error-codes.ts';
import { lastAttempt } from '../domain/pay.ts';
import type { MerchantEndpoint } from '../http/endpoint.ts';
import { payOut } from '../payments/pay-out.ts';
import { asRegistration, atOnceParameters } from './instant-payment.ts';
import { payerOf } from './payment-order.ts';
import { keepNewOrder } from './register-order.ts';
import { renderLegacyStatus } from './render-legacy-status.ts';
import { renderRefusal } from './render-refusal.ts';
import { sentMeans } from './sent-card.ts';

/** The call has no payer to send anywhere. */
const nowhere = 'finish.html';

/** instantRefund.do: sends money to a card without a payment before it. Its order ends as refunded, which is a guess. */
export const instantRefund: MerchantEndpoint = {
  path: 'rest/instantRefund.do',
  access: 'merchant',
  acceptsToken: false,
  parameters: atOnceParameters,
  renderRefusal,
  answer: async (call) => {
    const means = await sentMeans(call, ['cvc', 'cardholder']);
    const registration = asRegistration({ ...call, values: { backUrl: nowhere, ...call.values } });
    const { id } = await keepNewOrder(registration, { isPreAuth: false });
    const order = await payOut(call.context, { orderId: id, means, paymentWay: 'CARD', ...payerOf(call) });
    const authorisation = lastAttempt(order)?.authorisation;
    return {
      errorCode: '0',
      errorMessage: successTexts[call.language],
      orderId: order.id,
      orderStatus: {
        ...renderLegacyStatus(order, call.language),
        ...(authorisation && { rrn: authorisation.referenceNumber }),
      },
    };
  },
};
