import type { Bank } from '../../banks/bank.ts';
import type { MerchantContext } from '../../context.ts';
import type { AnswerTable } from '../../data/answer-table.ts';
import { currencyByNumeric, plainAmount } from '../../data/currencies.ts';
import { languageParameter } from '../../data/parameter-table.ts';
import { paymentStates } from '../../data/payment-states.ts';
import { withMask } from '../../domain/card.ts';
import { Refused } from '../../domain/errors/refused.ts';
import type { Order } from '../../domain/orders/order.ts';
import { lastAttempt } from '../../domain/orders/pay.ts';
import type { PageLanguage } from '../../domain/page-language.ts';
import type { OrderEndpoint } from '../../http/call/endpoint.ts';
import { parameter } from '../../http/read/parameters.ts';
import { issuerName } from '../../issuer/issuer-name.ts';
import { describeAction } from '../../wire/describe-action.ts';
import { paymentState } from '../../wire/payment-state.ts';
import { returnToken } from '../../wire/shop-return.ts';
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
  shape: ({ finishedInfoForShop }) => ({
    name: 'FinishedPaymentInfo',
    fields: finishedInfoForShop ? { ...pageFields, ...shopFields } : pageFields,
  }),
  answer: async ({ context, order, parameters, language }) => {
    const info = renderInfo(context.bank, order, language);
    if (!context.bank.finishedInfoForShop) return info;
    // Guesses: a wrong token finds no order, and the page itself asks without one.
    const token = parameter(parameters, 'token');
    if (token !== undefined && token !== returnToken(order)) throw new Refused('order-not-found');
    return { ...info, ...infoForShop(context, order, language) };
  },
};

const states = [...new Set(Object.values(paymentStates))];

const pageFields: AnswerTable = {
  errorCode: { kind: 'number', values: [0] },
  status: { kind: 'text', values: states },
  orderNumber: { kind: 'text' },
  formattedAmount: { kind: 'text' },
  actionCode: { kind: 'number' },
  actionCodeDescription: { kind: 'text' },
  terminalId: { kind: 'text' },
  panMasked: { kind: 'text', optional: true },
  paymentDate: { kind: 'number', optional: true },
  refNum: { kind: 'text', optional: true },
  approvalCode: { kind: 'text', optional: true },
};

/** What a shop of BT iPay reads. The names are those of public clients; that dates are numbers is a guess. */
const shopFields: AnswerTable = {
  status: { kind: 'text', values: [...states, 'PARTIALLY_REFUNDED', 'VALIDATION_FINISHED'] },
  mdOrder: { kind: 'text' },
  orderDescription: { kind: 'text' },
  actionDesc: { kind: 'text' },
  amountFormatted: { kind: 'text' },
  currencyName: { kind: 'text' },
  date: { kind: 'number' },
  merchantFullName: { kind: 'text' },
  loyaltyAmount: { kind: 'text', optional: true },
  maskedPan: { kind: 'text', optional: true },
  panCountryCode: { kind: 'text', optional: true },
  bankName: { kind: 'text', optional: true },
  paymentRefNum: { kind: 'text', optional: true },
};

const infoForShop = ({ bank, merchant }: MerchantContext, order: Order, language: PageLanguage): object => {
  const { card, authorisation } = lastAttempt(order) ?? {};
  const { loyaltyAmount } = order.params;
  return {
    status: paymentState(order, bank),
    mdOrder: order.id,
    orderDescription: order.description ?? '',
    actionDesc: describeAction(order, bank, language),
    amountFormatted: plainAmount(order.amountMinor + order.feeMinor, order.currency),
    currencyName: currencyByNumeric(order.currency)?.alpha ?? order.currency,
    date: order.registeredAtMs,
    merchantFullName: merchant.name,
    ...(loyaltyAmount !== undefined && { loyaltyAmount }),
    ...(card && { maskedPan: withMask(card.maskedPan, bank.panMask), panCountryCode: bank.country }),
    ...(card && { bankName: issuerName }),
    ...(authorisation && { paymentRefNum: authorisation.referenceNumber }),
  };
};

const renderInfo = (bank: Bank, order: Order, language: PageLanguage): object => {
  const attempt = lastAttempt(order);
  const authorisation = attempt?.authorisation;
  return {
    errorCode: 0,
    status: paymentStates[order.status],
    orderNumber: order.orderNumber,
    formattedAmount: plainAmount(order.amountMinor + order.feeMinor, order.currency),
    actionCode: order.actionCode,
    actionCodeDescription: describeAction(order, bank, language),
    terminalId: bank.terminalId,
    ...(attempt?.card && { panMasked: withMask(attempt.card.maskedPan, bank.panMask) }),
    ...(authorisation && { paymentDate: authorisation.atMs, refNum: authorisation.referenceNumber }),
    ...(authorisation?.approvalCode !== undefined && { approvalCode: authorisation.approvalCode }),
  };
};
