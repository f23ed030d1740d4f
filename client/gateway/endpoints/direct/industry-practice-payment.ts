import { fields } from '../../../options/check.ts';
import { anyObject, listOf, minorUnits as minorUnitsCheck, oneOf, text } from '../../../options/checks.ts';
import { minorUnits, needField } from '../../encode-form.ts';
import type { KnownEndpoint } from '../../endpoint.ts';
import { parameters } from '../../order-checks.ts';
import type { OrderFeature, OrderParams } from '../../order-request.ts';

/** The card of an earlier order, which the shop charges once more by a practice of its industry. */
export interface IndustryPracticePayment {
  /** The gateway's id of the earlier order. */
  readonly originalOrderId: string;
  /** The shop's own number of the new order. */
  readonly orderNumber: string;
  /** Incremental, resubmission, delayed charges, reauthorisation, no show. */
  readonly tii: 'IPI' | 'IPS' | 'IPD' | 'IPA' | 'IPN';
  /** Of IPI, IPD and IPN; IPS and IPA take that of the earlier order. */
  readonly amountMinor?: number;
  readonly jsonParams?: OrderParams;
  readonly features?: readonly OrderFeature[];
  readonly language?: string;
}

export interface IndustryPracticeAnswer {
  /** The gateway's id of the new order. */
  readonly orderId: string;
  readonly actionCode: string;
  readonly approvalCode?: string;
  readonly rrn?: string;
}

/** industryPractice/paymentOrder.do. A declined card is refused with code 5; the order's status is to be had by its number. */
export const industryPracticePayment: KnownEndpoint<IndustryPracticePayment, IndustryPracticeAnswer> = {
  path: '../industryPractice/paymentOrder.do',
  repeat: 'never',
  input: fields<IndustryPracticePayment>(parameters)({
    originalOrderId: text,
    orderNumber: text,
    tii: oneOf('IPI', 'IPS', 'IPD', 'IPA', 'IPN'),
    amountMinor: minorUnitsCheck,
    jsonParams: anyObject<OrderParams>(),
    features: listOf(text),
    language: text,
  }),
  fields: (payment) => {
    const { originalOrderId, amountMinor, ...rest } = payment;
    return {
      ...rest,
      originalMdOrder: needField('industryPracticePayment', payment, 'originalOrderId').originalOrderId,
      amount: amountMinor === undefined ? undefined : minorUnits('amountMinor', amountMinor),
    };
  },
  read: ({ mdOrder, actionCode, approvalCode, rrn }) =>
    typeof mdOrder === 'string'
      ? {
          orderId: mdOrder,
          actionCode: String(actionCode),
          ...(typeof approvalCode === 'string' && { approvalCode }),
          ...(typeof rrn === 'string' && { rrn }),
        }
      : undefined,
};
