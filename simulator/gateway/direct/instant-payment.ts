import type { Order } from '../../domain/orders/order.ts';
import { lastAttempt } from '../../domain/orders/pay.ts';
import type { MerchantCall, MerchantEndpoint } from '../../http/call/endpoint.ts';
import { paymentFormFields, paymentFormResult } from '../../wire/payment-form-result.ts';
import { renderInstantPaymentRefusal } from '../answers/render-refusal.ts';
import { legacyStatusFields, renderLegacyStatus } from '../status/render-legacy-status.ts';
import { asksForHold, atOnceParameters, payAtOnce, payAtOnceRefusals } from './pay-at-once.ts';

/** The code is a text, unlike that of other payments. */
export const instantPayment: MerchantEndpoint = {
  path: 'rest/instantPayment.do',
  meaning: 'Registers and pays in one call.',
  meaningInRussian: 'Регистрирует и оплачивает одним вызовом.',
  source: 'bpc-rest',
  access: 'merchant',
  permission: 'card-data',
  acceptsToken: true,
  parameters: atOnceParameters,
  refuses: [...payAtOnceRefusals],
  renderRefusal: renderInstantPaymentRefusal,
  shape: () => ({
    name: 'InstantPayment',
    fields: {
      ...paymentFormFields,
      errorCode: { kind: 'text', values: ['0'] },
      orderId: { kind: 'text' },
      orderStatus: {
        kind: 'object',
        fields: {
          ...legacyStatusFields,
          approvedAmount: { kind: 'number' },
          originalActionCode: { kind: 'text', optional: true, meaning: "The issuer's own code; 00 approved." },
        },
      },
    },
  }),
  answer: async (call) => {
    const end = await payAtOnce(call, { given: { isPreAuth: asksForHold(call) }, unasked: ['cardholder'] });
    return {
      ...paymentFormResult({ ...call, isShopPage: true }, end),
      errorCode: '0',
      orderId: end.order.id,
      orderStatus: renderInstantStatus(end.order, call),
    };
  },
};

/**
 * `orderStatus` of the answer. An order on its way to the issuer's page is 0 here, because 0 and `acsUrl` together tell
 * the shop to go there; the status calls say 5. Source: BPC REST documentation, how to read the answer.
 */
const renderInstantStatus = (order: Order, { context, language }: MerchantCall): object => ({
  ...renderLegacyStatus(order, context.bank, language),
  ...(order.status === 'acs-started' && { OrderStatus: 0 }),
  approvedAmount: order.approvedMinor,
  ...originalCode(order),
});

/** The issuer's code as processing centres write it. Source: BPC REST documentation; that a decline has the action code is a guess. */
const originalCode = (order: Order): object => {
  const attempt = lastAttempt(order);
  if (!attempt?.authorisation || attempt.actionCode === undefined) return {};
  return { originalActionCode: attempt.actionCode === 0 ? '00' : String(attempt.actionCode) };
};
