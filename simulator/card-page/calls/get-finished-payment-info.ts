import { actionCodeRow } from '../../data/action-codes.ts';
import { plainAmount } from '../../data/currencies.ts';
import { languageParameter } from '../../data/parameter-table.ts';
import { paymentStates } from '../../data/payment-states.ts';
import { withMask } from '../../domain/card.ts';
import { noAttemptYet, type Order } from '../../domain/order.ts';
import { lastAttempt } from '../../domain/pay.ts';
import { Refused } from '../../domain/refused.ts';
import type { Call, OpenEndpoint } from '../../http/call/endpoint.ts';
import { currentOrder } from '../../payments/orders/current-order.ts';
import { renderPageRefusal } from './render-page-refusal.ts';

/** getFinishedPaymentInfo.do: what a result page may show. Only the names of the fields are documented; the values are a guess. */
export const getFinishedPaymentInfo: OpenEndpoint = {
  path: 'rest/getFinishedPaymentInfo.do',
  access: 'anyone',
  parameters: {
    orderId: { kind: 'secret', required: true, max: 36, meaning: "The gateway's id of the order." },
    ...languageParameter,
  },
  renderRefusal: renderPageRefusal,
  shape: () => ({
    name: 'FinishedPaymentInfo',
    fields: {
      errorCode: { kind: 'number', values: [0] },
      status: { kind: 'text', values: [...new Set(Object.values(paymentStates))] },
      orderNumber: { kind: 'text' },
      formattedAmount: { kind: 'text' },
      actionCode: { kind: 'number' },
      actionCodeDescription: { kind: 'text' },
      terminalId: { kind: 'text' },
      panMasked: { kind: 'text', optional: true },
      paymentDate: { kind: 'number', optional: true },
      refNum: { kind: 'text', optional: true },
      approvalCode: { kind: 'text', optional: true },
    },
  }),
  answer: async (call) => {
    const order = await currentOrder(call.context, call.values['orderId'] ?? '');
    if (!order) throw new Refused('order-not-found');
    return renderInfo(call, order);
  },
};

const renderInfo = ({ context, language }: Call, order: Order): object => {
  const attempt = lastAttempt(order);
  const authorisation = attempt?.authorisation;
  const isUntried = order.actionCode === noAttemptYet && order.status === 'created';
  return {
    errorCode: 0,
    status: paymentStates[order.status],
    orderNumber: order.orderNumber,
    formattedAmount: plainAmount(order.amountMinor + order.feeMinor, order.currency),
    actionCode: order.actionCode,
    actionCodeDescription: isUntried ? '' : (actionCodeRow(order.actionCode)?.[language] ?? ''),
    terminalId: context.bank.terminalId,
    ...(attempt?.card && { panMasked: withMask(attempt.card.maskedPan, context.bank.panMask) }),
    ...(authorisation && { paymentDate: authorisation.atMs, refNum: authorisation.referenceNumber }),
    ...(authorisation?.approvalCode !== undefined && { approvalCode: authorisation.approvalCode }),
  };
};
