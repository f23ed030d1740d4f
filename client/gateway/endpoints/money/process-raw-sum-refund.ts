import type { Endpoint } from '../../endpoint.ts';
import { givenAmount, needOrderId, type OperationAnswer, readOperation } from '../../order-operation.ts';

/** Source: gateway description published for Alfa-Bank. */
export interface RawSumRefund {
  readonly orderId: string;
  /** Absent: all that is captured and not yet refunded. */
  readonly amountMinor?: number;
  readonly language?: string;
}

/** processRawSumRefund.do: gives any sum back, whatever the cart says; later refunds of the order must be of this kind. */
export const processRawSumRefund: Endpoint<RawSumRefund, OperationAnswer> = {
  path: 'processRawSumRefund.do',
  repeat: 'never',
  fields: (asked) => ({
    orderId: needOrderId('processRawSumRefund', asked),
    amount: givenAmount(asked) ?? 0,
    language: asked.language,
  }),
  read: readOperation,
};
