import { fields } from '../../../options/check.ts';
import { text, textOr, wholeNumber } from '../../../options/checks.ts';
import type { KnownEndpoint } from '../../endpoint.ts';
import { WrongUse } from '../../gateway-errors.ts';
import { parameters } from '../../order-checks.ts';
import { givenAmount, moneyChecks, needOrderId, type OperationAnswer, readOperation } from '../../order-operation.ts';

/** Source: gateway description published for Alfa-Bank. */
export interface RawPositionRefund {
  readonly orderId: string;
  /** `positionId` of an item of the order's cart. */
  readonly positionId: number | string;
  /** Of that position. To the gateway 0 is the whole order, so there is no default. */
  readonly amountMinor: number;
  readonly language?: string;
}

/** processRawPositionRefund.do: refunds any part of one position; later refunds of the order must be raw ones too. */
export const processRawPositionRefund: KnownEndpoint<RawPositionRefund, OperationAnswer> = {
  path: 'processRawPositionRefund.do',
  repeat: 'never',
  input: fields<RawPositionRefund>(parameters)({ ...moneyChecks, positionId: textOr(text, wholeNumber(0)) }),
  fields: (asked) => {
    if (asked.positionId === '') throw new WrongUse('processRawPositionRefund needs positionId');
    return {
      orderId: needOrderId('processRawPositionRefund', asked),
      positionId: asked.positionId,
      amount: givenAmount(asked),
      language: asked.language,
    };
  },
  read: readOperation,
};
