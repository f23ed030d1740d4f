import type { Order } from '../domain/order.ts';
import { lastAttempt } from '../domain/pay.ts';
import { Refused } from '../domain/refused.ts';
import type { MerchantCall, MerchantEndpoint } from '../http/endpoint.ts';
import { type AttemptEnd, attemptPayment, continuePayment } from '../payments/attempt-payment.ts';
import { currentOrder } from '../payments/current-order.ts';
import { paymentFormResult } from '../payments/payment-form-result.ts';
import { payerOf, payerParameters } from './payment-order.ts';
import { keepNewOrder } from './register-order.ts';
import { registerPreAuthParameters } from './register-parameters.ts';
import { renderLegacyStatus } from './render-legacy-status.ts';
import { renderTextRefusal } from './render-refusal.ts';
import { sentCardParameters, sentMeans, usesBinding } from './sent-card.ts';

/** Register's own, with an address to return to that may have its older name. */
export const atOnceParameters = {
  ...registerPreAuthParameters,
  returnUrl: { kind: 'return-url', max: 512, meaning: 'Where the payer goes after the payment.' },
  backUrl: { kind: 'return-url', max: 512, meaning: 'The same, by its older name.' },
  preAuth: { kind: 'flag', meaning: 'Hold the money first.' },
  ...payerParameters,
  ...sentCardParameters,
} as const;

/** instantPayment.do: registers an order and pays it in one call. The code is a text, unlike that of other payments. */
export const instantPayment: MerchantEndpoint = {
  path: 'rest/instantPayment.do',
  access: 'merchant',
  acceptsToken: true,
  parameters: {
    ...atOnceParameters,
    threeDSVer2MdOrder: { kind: 'secret', max: 36, meaning: 'Second call: the order of the first.' },
  },
  renderRefusal: renderTextRefusal,
  answer: async (call) => {
    const end = call.values['threeDSVer2MdOrder'] === undefined ? await payNewOrder(call) : await goOn(call);
    const { order } = end;
    return {
      ...paymentFormResult({ ...call, isShopPage: true }, end),
      errorCode: '0',
      orderId: order.id,
      orderStatus: renderInstantStatus(call, order),
    };
  },
};

const payNewOrder = async (call: MerchantCall): Promise<AttemptEnd> => {
  // A card that cannot be read must not use up the order number.
  const means = await sentMeans(call, ['cardholder', ...(usesBinding(call.values) ? (['cvc'] as const) : [])]);
  const isPreAuth = call.values['preAuth']?.toLowerCase() === 'true';
  const order = await keepNewOrder(asRegistration(call), { isPreAuth });
  const paymentWay = means.bindingId === undefined ? 'CARD' : 'CARD_BINDING';
  return attemptPayment(call.context, { orderId: order.id, means, paymentWay, ...payerOf(call) });
};

const goOn = async (call: MerchantCall): Promise<AttemptEnd> => {
  const order = await currentOrder(call.context, call.values['threeDSVer2MdOrder'] ?? '');
  if (!order) throw new Refused('order-not-found');
  if (order.merchant !== call.merchant.login) throw new Refused('other-merchant');
  return continuePayment(call.context, order.id);
};

/** The call as register.do would have it: `backUrl` in its place, a typed card instead of a stored one. */
export const asRegistration = (call: MerchantCall): MerchantCall => {
  const { bindingId, ...values } = call.values;
  const returnUrl = values['returnUrl'] ?? values['backUrl'];
  if (returnUrl === undefined) throw new Refused('parameter-missing', { field: 'returnUrl' });
  return { ...call, values: { ...values, returnUrl, ...(usesBinding(call.values) && { bindingId }) } };
};

const renderInstantStatus = ({ language }: MerchantCall, order: Order): object => {
  const authorisation = lastAttempt(order)?.authorisation;
  return {
    ...renderLegacyStatus(order, language),
    approvedAmount: order.approvedMinor,
    ...(authorisation && { rrn: authorisation.referenceNumber }),
  };
};
