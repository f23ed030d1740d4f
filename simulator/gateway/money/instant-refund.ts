import { successText } from '../../data/error-codes.ts';
import { credentialParameters, languageParameter } from '../../data/parameter-table.ts';
import { refusalGroups } from '../../data/refusal-groups.ts';
import type { Order } from '../../domain/orders/order.ts';
import { lastAttempt } from '../../domain/orders/pay.ts';
import type { PageLanguage } from '../../domain/page-language.ts';
import type { MerchantEndpoint } from '../../http/call/endpoint.ts';
import { payOut } from '../../payments/attempt/pay-out.ts';
import { ownResultPage } from '../../payments/orders/keep-order.ts';
import { renderRefusal } from '../answers/render-refusal.ts';
import { asRegistration } from '../direct/pay-at-once.ts';
import { payerOf } from '../direct/payment-order.ts';
import { sentCardParameters, sentMeans } from '../direct/sent-card.ts';
import { keepNewOrder } from '../orders/register-order.ts';
import { legacyResult, legacyResultFields } from '../status/render-legacy-status.ts';

export const instantRefund: MerchantEndpoint = {
  path: 'rest/instantRefund.do',
  meaning:
    'Pays out without an order before it. That its order ends as refunded, or as declined if the issuer declines, is a guess.',
  meaningInRussian:
    'Выплата без предшествующего заказа. То, что её заказ заканчивается как возвращённый, а при отказе эмитента — как отклонённый, — предположение.',
  source: 'bpc-rest',
  access: 'merchant',
  permission: 'refunds',
  parameters: {
    ...credentialParameters,
    orderNumber: {
      kind: 'text',
      min: 1,
      max: 36,
      malformed: 'order-number-invalid',
      requiredWithout: 'generatesOrderNumber',
      meaning: "The shop's own number; generated if it is missing.",
    },
    amount: { kind: 'amount', required: true, meaning: 'Amount in minor units.' },
    currency: { kind: 'currency', meaning: 'ISO 4217 numeric.' },
    jsonParams: { kind: 'json', meaning: 'Further parameters, echoed in the status; `scenario` names the outcome.' },
    ...languageParameter,
    ...sentCardParameters,
  },
  refuses: [
    ...refusalGroups.registration,
    ...refusalGroups.card,
    ...refusalGroups.storedCard,
    ...refusalGroups.payment,
  ],
  renderRefusal,
  shape: () => ({
    name: 'InstantRefund',
    fields: {
      errorCode: { kind: 'text', values: ['0'] },
      errorMessage: { kind: 'text' },
      orderId: { kind: 'text' },
      orderStatus: {
        kind: 'object',
        fields: {
          ...legacyResultFields,
          approvalCode: { kind: 'text', optional: true },
          rrn: { kind: 'text', optional: true },
        },
      },
    },
  }),
  answer: async (call) => {
    const means = await sentMeans(call, ['cvc']);
    const paymentWay = means.bindingId === undefined ? 'CARD' : 'CARD_BINDING';
    const payment = { means, paymentWay, ...payerOf(call) };
    // No feature of a payment means anything here.
    const registration = { ...call, values: { ...call.values, returnUrl: ownResultPage }, parameters: {} };
    const given = { isPreAuth: false, isPayOut: true, attemptsAllowed: 1 } as const;
    const registered = await keepNewOrder(asRegistration(registration, means), given);
    const order = await payOut(call.context, { ...payment, order: registered });
    return {
      errorCode: '0',
      errorMessage: successText(call.language),
      orderId: order.id,
      orderStatus: renderPayOut(order, call.language),
    };
  },
};

const renderPayOut = (order: Order, language: PageLanguage): object => {
  const { approvalCode, referenceNumber } = lastAttempt(order)?.authorisation ?? {};
  return {
    ...legacyResult(order, language),
    ...(approvalCode !== undefined && { approvalCode }),
    ...(referenceNumber !== undefined && { rrn: referenceNumber }),
  };
};
