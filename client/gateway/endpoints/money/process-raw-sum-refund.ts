import type { Endpoint } from '../../endpoint.ts';
import { type MoneyOperation, moneyFields, type OperationAnswer, readOperation } from '../../order-operation.ts';

/** Source: gateway description published for Alfa-Bank. */
export type RawSumRefund = MoneyOperation;

/** processRawSumRefund.do: refunds any sum, regardless of the cart; later refunds of the order must be of this kind. */
export const processRawSumRefund: Endpoint<RawSumRefund, OperationAnswer> = {
  path: 'processRawSumRefund.do',
  repeat: 'never',
  fields: (asked) => moneyFields('processRawSumRefund', asked),
  read: readOperation,
};
