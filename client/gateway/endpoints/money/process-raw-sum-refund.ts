import { fields } from '../../../options/check.ts';
import type { KnownEndpoint } from '../../endpoint.ts';
import { parameters } from '../../order-checks.ts';
import {
  type MoneyOperation,
  moneyChecks,
  moneyFields,
  type OperationAnswer,
  readOperation,
} from '../../order-operation.ts';

/** Source: gateway description published for Alfa-Bank. */
export type RawSumRefund = MoneyOperation;

/** processRawSumRefund.do: refunds any sum, regardless of the cart; later refunds of the order must be of this kind. */
export const processRawSumRefund: KnownEndpoint<RawSumRefund, OperationAnswer> = {
  path: 'processRawSumRefund.do',
  repeat: 'never',
  input: fields<RawSumRefund>(parameters)(moneyChecks),
  fields: (asked) => moneyFields('processRawSumRefund', asked),
  read: readOperation,
};
