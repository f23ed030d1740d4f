import type { Bank } from '../../banks/bank.ts';
import type { AnswerTable } from '../../data/answer-table.ts';
import { successText } from '../../data/error-codes.ts';
import { answerTextIn } from '../../data/page-languages.ts';
import { withMask } from '../../domain/card.ts';
import type { Order } from '../../domain/orders/order.ts';
import { orderStatusNumbers } from '../../domain/orders/order-status.ts';
import { lastAttempt } from '../../domain/orders/pay.ts';
import type { PageLanguage } from '../../domain/page-language.ts';
import { legacyStatusNumber } from '../../wire/payment-state.ts';

/** `authCode` is always this number, which has no use. Source: Alfa's Swagger and documentation. */
const deadAuthCode = 2;

/** A declined payment is an error for this shape, unlike for the extended one. Source: Sberbank's wiki. */
const declinedTexts = {
  en: 'Payment is declined',
  ru: 'Платёж отклонён',
  kk: 'Төлем қабылданбады',
};

/** Whether this shape calls an order declined. */
export const legacyResult = ({ status }: Order, language: PageLanguage): object =>
  status === 'declined'
    ? { ErrorCode: '2', ErrorMessage: answerTextIn(declinedTexts, language) }
    : { ErrorCode: '0', ErrorMessage: successText(language) };

/** An order in the shape of the old status call, with its mixture of capital and small keys. */
export const renderLegacyStatus = (
  order: Order,
  bank: Bank,
  language: PageLanguage,
): Readonly<Record<string, unknown>> => {
  const attempt = lastAttempt(order);
  return {
    ...(attempt?.card && { expiration: attempt.card.expiry, cardholderName: attempt.card.holder }),
    depositAmount: order.depositedMinor,
    currency: order.currency,
    ...(attempt?.authorisation?.approvalCode !== undefined && { approvalCode: attempt.authorisation.approvalCode }),
    ...(attempt?.authorisation && { rrn: attempt.authorisation.referenceNumber }),
    authCode: deadAuthCode,
    ...(order.clientId !== undefined && { clientId: order.clientId }),
    ...(order.bindingId !== undefined && { bindingId: order.bindingId }),
    ...legacyResult(order, language),
    OrderStatus: legacyStatusNumber(order, bank),
    OrderNumber: order.orderNumber,
    ...(attempt?.card && { Pan: withMask(attempt.card.maskedPan, bank.panMask) }),
    Amount: order.amountMinor,
    ...(attempt && order.payerIp !== undefined && { Ip: order.payerIp }),
  };
};

/** The fields of `legacyResult`. */
export const legacyResultFields: AnswerTable = {
  ErrorCode: { kind: 'text', values: ['0', '2'], meaning: '2: the payment is declined.' },
  ErrorMessage: { kind: 'text' },
};

/** The fields of `renderLegacyStatus`. */
export const legacyStatusFields: AnswerTable = {
  expiration: { kind: 'text', optional: true, meaning: 'YYYYMM.' },
  cardholderName: { kind: 'text', optional: true },
  depositAmount: { kind: 'number' },
  currency: { kind: 'text' },
  approvalCode: { kind: 'text', optional: true },
  rrn: { kind: 'text', optional: true, meaning: 'Reference number of the payment.' },
  authCode: { kind: 'number', meaning: 'Always 2.' },
  clientId: { kind: 'text', optional: true },
  bindingId: { kind: 'text', optional: true },
  ...legacyResultFields,
  OrderStatus: { kind: 'number', values: Object.values(orderStatusNumbers) },
  OrderNumber: { kind: 'text' },
  Pan: { kind: 'text', optional: true, meaning: 'Masked.' },
  Amount: { kind: 'number' },
  Ip: { kind: 'text', optional: true },
};
