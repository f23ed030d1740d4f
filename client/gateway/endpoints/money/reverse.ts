import type { Endpoint } from '../../endpoint.ts';
import { givenAmount, needOrderId, type OperationAnswer, readOperation } from '../../order-operation.ts';

export interface Reversal {
  readonly orderId: string;
  /** Absent: all of it. */
  readonly amountMinor?: number;
  readonly language?: string;
}

/** reverse.do: gives held money free. The gateway does it once for an order, so there is no repeat. */
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
