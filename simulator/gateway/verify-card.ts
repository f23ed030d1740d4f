import { actionCodeRow } from '../data/action-codes.ts';
import { successTexts } from '../data/error-codes.ts';
import type { Order } from '../domain/order.ts';
import { lastAttempt } from '../domain/pay.ts';
import type { MerchantCall, MerchantEndpoint } from '../http/endpoint.ts';
import { everyParameter } from '../http/parameters.ts';
import { attemptPayment } from '../payments/attempt-payment.ts';
import { paymentFormResult } from '../payments/payment-form-result.ts';
import { asRegistration, atOnceParameters } from './instant-payment.ts';
import { payerOf } from './payment-order.ts';
import { keepNewOrder } from './register-order.ts';
import { renderRefusal } from './render-refusal.ts';
import { sentMeans } from './sent-card.ts';

/** Where the payer goes when the call names no address: the gateway's own result page. */
const ownResultPage = 'finish.html';

/** verifyCard.do: checks a card; nothing is charged and the order ends as reversed. */
export const verifyCard: MerchantEndpoint = {
  path: 'rest/verifyCard.do',
  access: 'merchant',
  acceptsToken: true,
  parameters: atOnceParameters,
  renderRefusal,
  answer: async (call) => {
    const means = await sentMeans(call, ['cardholder']);
    const order = await keepNewOrder(asRegistration(asVerification(call)), { isPreAuth: false });
    const request = { orderId: order.id, means, paymentWay: 'CARD', ...payerOf(call) };
    const end = await attemptPayment(call.context, { ...request, makesTwoCalls: false });
    if (end.next === 'finished') return renderVerification(call, end.order);
    return { ...paymentFormResult(call, end), errorCode: '0', orderId: order.id };
  },
};

const asVerification = (call: MerchantCall): MerchantCall => ({
  ...call,
  values: { backUrl: ownResultPage, ...call.values },
  parameters: { ...call.parameters, features: [...everyParameter(call.parameters, 'features'), 'VERIFY'] },
});

/** Source: BPC REST documentation, verifyCard.do: `eci` is a text here. */
const renderVerification = ({ language }: MerchantCall, order: Order): object => {
  const authorisation = lastAttempt(order)?.authorisation;
  return {
    errorCode: '0',
    errorMessage: successTexts[language],
    orderId: order.id,
    orderNumber: order.orderNumber,
    ...(authorisation && { rrn: authorisation.referenceNumber }),
    ...(authorisation?.approvalCode !== undefined && { authCode: authorisation.approvalCode }),
    actionCode: order.actionCode,
    actionCodeDescription: order.actionCode === 0 ? '' : (actionCodeRow(order.actionCode)?.[language] ?? ''),
    ...(authorisation && { time: authorisation.atMs, eci: String(authorisation.eci).padStart(2, '0') }),
    amount: order.amountMinor,
    currency: order.currency,
  };
};
