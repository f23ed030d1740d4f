import { fields } from '../../../options/check.ts';
import type { KnownEndpoint } from '../../endpoint.ts';
import { parameters } from '../../order-checks.ts';
import {
  givenAmount,
  type MoneyOperation,
  moneyChecks,
  needOrderId,
  type OperationAnswer,
  readOperation,
} from '../../order-operation.ts';

export type Reversal = MoneyOperation;

/** reverse.do: releases held money. The gateway does it once for an order, so there is no repeat. */
export const reverse: KnownEndpoint<Reversal, OperationAnswer> = {
  path: 'reverse.do',
  repeat: 'never',
  input: fields<Reversal>(parameters)(moneyChecks),
  fields: (asked) => ({
    orderId: needOrderId('reverse', asked),
    amount: givenAmount(asked),
    language: asked.language,
  }),
  read: readOperation,
};
