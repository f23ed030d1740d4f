import type { Bank } from '../../banks/bank.ts';
import { actionCodeRow } from '../../data/action-codes.ts';
import { plainAmount } from '../../data/currencies.ts';
import { languageParameter } from '../../data/parameter-table.ts';
import { paymentStates } from '../../data/payment-states.ts';
import { withMask } from '../../domain/card.ts';
import { type Language, noAttemptYet, type Order } from '../../domain/order.ts';
import { lastAttempt } from '../../domain/pay.ts';
import type { OrderEndpoint } from '../../http/call/endpoint.ts';
import { renderPageRefusal } from './render-page-refusal.ts';

/** Only the names of the fields are documented. */
export const getFinishedPaymentInfo: OrderEndpoint = {
  path: 'rest/getFinishedPaymentInfo.do',
  meaning: "Card page's own call: the contents of a result page. Values are a guess.",
  meaningInRussian: 'Вызов самой платёжной страницы: содержимое страницы результата. Значения — предположение.',
  source: 'rbs-clients',
  access: 'order',
  parameters: {
    orderId: { kind: 'secret', required: true, max: 36, meaning: "The gateway's id of the order." },
    ...languageParameter,
  },
  refuses: [],
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
  answer: async ({ context, order, language }) => renderInfo(context.bank, order, language),
};

const renderInfo = (bank: Bank, order: Order, language: Language): object => {
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
    terminalId: bank.terminalId,
    ...(attempt?.card && { panMasked: withMask(attempt.card.maskedPan, bank.panMask) }),
    ...(authorisation && { paymentDate: authorisation.atMs, refNum: authorisation.referenceNumber }),
    ...(authorisation?.approvalCode !== undefined && { approvalCode: authorisation.approvalCode }),
  };
};
