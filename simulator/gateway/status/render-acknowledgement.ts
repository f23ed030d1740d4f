import type { Bank } from '../../banks/bank.ts';
import { actionCodeText } from '../../data/action-codes.ts';
import type { AnswerTable } from '../../data/answer-table.ts';
import { type ResponseLanguage, responseOf } from '../../data/response-codes.ts';
import { withMask } from '../../domain/card.ts';
import type { Order } from '../../domain/orders/order.ts';
import { orderStatusNumbers } from '../../domain/orders/order-status.ts';
import { lastAttempt } from '../../domain/orders/pay.ts';
import type { PageLanguage } from '../../domain/page-language.ts';
import { legacyStatusNumber } from '../../wire/payment-state.ts';
import { legacyResult, legacyResultFields } from './render-legacy-status.ts';

/** Of older recorded answers, beside `authorizationResponseId` of newer ones. */
const deadAuthCode = 2;

/** `udf1` and the like are told again. */
const isEchoed = (name: string): boolean => /^udf\d$/.test(name);

/** The language in which the texts of the result are; English if SATIM has no texts in the one that was asked for. */
const languageOfTexts = (asked: string | undefined, { languageCode }: Order): ResponseLanguage => {
  const code = (asked ?? languageCode ?? '').toLowerCase();
  return code === 'fr' || code === 'ar' ? code : 'en';
};

/**
 * An order in the shape of acknowledgeTransaction.do, in the order of keys of recorded answers. `asked`: the `language` of
 * the call. Source: answers of SATIM's test gateway, recorded in 2026 and before.
 */
export const renderAcknowledgement = (
  order: Order,
  bank: Bank,
  { language, asked }: { readonly language: PageLanguage; readonly asked: string | undefined },
): Readonly<Record<string, unknown>> => {
  const attempt = lastAttempt(order);
  const { actionCode } = order;
  const row = responseOf(actionCode, attempt?.authorisation !== undefined);
  const description = row?.[languageOfTexts(asked, order)] ?? actionCodeText(actionCode, language);
  const approvalCode = attempt?.authorisation?.approvalCode;
  const result = {
    actionCode,
    actionCodeDescription: description,
    ...legacyResult(order, language),
    OrderStatus: legacyStatusNumber(order, bank),
    OrderNumber: order.orderNumber,
  };
  const money = { depositAmount: order.depositedMinor, currency: order.currency };
  if (!attempt?.card)
    return { ...money, ...result, Pan: '', Amount: order.amountMinor, Description: order.description ?? '' };
  const { respCode } = row ?? {};
  return {
    expiration: attempt.card.expiry,
    cardholderName: attempt.card.holder,
    ...money,
    ...(approvalCode !== undefined && { approvalCode, authCode: deadAuthCode, authorizationResponseId: approvalCode }),
    params: {
      ...(respCode !== undefined && { respCode_desc: description }),
      ...Object.fromEntries(Object.entries(order.params).filter(([name]) => isEchoed(name))),
      ...(respCode !== undefined && { respCode }),
    },
    ...result,
    Pan: withMask(attempt.card.maskedPan, bank.panMask),
    Amount: order.amountMinor,
    ...(order.payerIp !== undefined && { Ip: order.payerIp }),
    ...(respCode !== undefined && { SvfeResponse: respCode }),
  };
};

/** The fields of `renderAcknowledgement`. */
export const acknowledgementFields: AnswerTable = {
  expiration: { kind: 'text', optional: true, meaning: 'YYYYMM.' },
  cardholderName: { kind: 'text', optional: true },
  depositAmount: { kind: 'number', meaning: 'What is taken and not given back.' },
  currency: { kind: 'text' },
  approvalCode: { kind: 'text', optional: true },
  authCode: { kind: 'number', optional: true, meaning: 'Always 2.' },
  authorizationResponseId: { kind: 'text', optional: true, meaning: 'As `approvalCode`.' },
  params: {
    kind: 'object',
    optional: true,
    of: 'text',
    meaning: '`udf1` and the like of the order; `respCode` and `respCode_desc` if the issuer was asked.',
  },
  actionCode: { kind: 'number', meaning: 'Result of the last attempt: 0 approved, -100 before any.' },
  actionCodeDescription: { kind: 'text' },
  ...legacyResultFields,
  OrderStatus: { kind: 'number', values: Object.values(orderStatusNumbers) },
  OrderNumber: { kind: 'text' },
  Pan: { kind: 'text', isEmptyBefore: true, meaning: 'Masked; empty before any attempt.' },
  Amount: { kind: 'number' },
  Description: { kind: 'text', optional: true },
  Ip: { kind: 'text', optional: true },
  SvfeResponse: { kind: 'text', optional: true, meaning: 'As `respCode`.' },
};
