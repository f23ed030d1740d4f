import type { Endpoint } from '../../endpoint.ts';
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
export const industryPracticePayment: Endpoint<IndustryPracticePayment, OperationAnswer> = {
  path: '../industryPractice/paymentOrder.do',
  repeat: 'never',
  fields: ({ orderId, ...asked }) => ({ ...asked, mdOrder: needOrderId('industryPracticePayment', { orderId }) }),
  read: readOperation,
};
