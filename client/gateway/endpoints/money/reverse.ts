import type { Endpoint } from '../../endpoint.ts';
import {
  givenAmount,
  type MoneyOperation,
  needOrderId,
  type OperationAnswer,
  readOperation,
} from '../../order-operation.ts';

export type Reversal = MoneyOperation;

/** reverse.do: releases held money. The gateway does it once for an order, so there is no repeat. */
export const reverse: Endpoint<Reversal, OperationAnswer> = {
  path: 'reverse.do',
  repeat: 'never',
  fields: (asked) => ({
    orderId: needOrderId('reverse', asked),
    amount: givenAmount(asked),
    language: asked.language,
  }),
  read: readOperation,
};
