import { fields } from '../../../options/check.ts';
import { oneOf, text, texts } from '../../../options/checks.ts';
import type { KnownEndpoint } from '../../endpoint.ts';
import { parameters } from '../../order-checks.ts';
import { needOrderId, type OperationAnswer, readOperation } from '../../order-operation.ts';

/** A registered order that the shop charges to a stored card, by a practice of its industry. */
export interface IndustryPracticePayment {
  readonly orderId: string;
  readonly bindingId: string;
  /** Incremental, resubmission, delayed charges, reauthorization, no show. */
  readonly tii: 'IPI' | 'IPS' | 'IPD' | 'IPA' | 'IPN';
  readonly ip?: string;
  readonly email?: string;
  /** Reference of the first payment in the card scheme. */
  readonly originalPaymentNetRefNum?: string;
  readonly jsonParams?: Readonly<Record<string, string>>;
  readonly language?: string;
}

/** industryPractice/paymentOrder.do: its answer is no proof of a payment, because a declined card has errorCode 0 too; ask for the status. */
export const industryPracticePayment: KnownEndpoint<IndustryPracticePayment, OperationAnswer> = {
  path: '../industryPractice/paymentOrder.do',
  repeat: 'never',
  input: fields<IndustryPracticePayment>(parameters)({
    orderId: text,
    bindingId: text,
    tii: oneOf('IPI', 'IPS', 'IPD', 'IPA', 'IPN'),
    ip: text,
    email: text,
    originalPaymentNetRefNum: text,
    jsonParams: texts(),
    language: text,
  }),
  fields: ({ orderId, ...asked }) => ({ ...asked, mdOrder: needOrderId('industryPracticePayment', { orderId }) }),
  read: readOperation,
};
