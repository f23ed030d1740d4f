import { optionalMinorUnits } from '../../encode-form.ts';
import type { Endpoint } from '../../endpoint.ts';
import { givenAmount, needOrderId, type OperationAnswer, readOperation } from '../../order-operation.ts';

export interface Refund {
  readonly orderId: string;
  /** Absent: all that is captured and not yet refunded. */
  readonly amountMinor?: number;
  /**
   * The shop's own id of this refund; the gateway answers a known one without paying again. Up to 30 characters fit
   * every bank.
   */
  readonly externalRefundId?: string;
  /** What the shop believes is captured and not yet refunded; the gateway refuses when it is not so. */
  readonly expectedDepositedAmountMinor?: number;
  readonly language?: string;
}

/** refund.do: gives captured money back. Repeated only under an `externalRefundId`: otherwise it could pay twice. */
export const refund: Endpoint<Refund, OperationAnswer> = {
  path: 'refund.do',
  repeat: ({ externalRefundId }) => (externalRefundId ? 'safe' : 'never'),
  fields: (asked) => {
    const { externalRefundId, expectedDepositedAmountMinor: expected, language } = asked;
    return {
      orderId: needOrderId('refund', asked),
      amount: givenAmount(asked) ?? 0,
      externalRefundId: externalRefundId || undefined,
      expectedDepositedAmount: optionalMinorUnits('expectedDepositedAmountMinor', expected),
      language,
    };
  },
  read: readOperation,
};
