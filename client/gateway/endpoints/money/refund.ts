import { fields } from '../../../options/check.ts';
import { minorUnits, text } from '../../../options/checks.ts';
import { optionalMinorUnits } from '../../encode-form.ts';
import type { KnownEndpoint } from '../../endpoint.ts';
import { parameters } from '../../order-checks.ts';
import {
  type MoneyOperation,
  moneyChecks,
  moneyFields,
  type OperationAnswer,
  readOperation,
} from '../../order-operation.ts';

export interface Refund extends MoneyOperation {
  /**
   * The shop's own id of this refund; the gateway answers a known one without paying again. Up to 30 characters fit
   * every bank.
   */
  readonly externalRefundId?: string;
  /** The captured and not yet refunded sum, as the shop knows it; the gateway refuses if it differs. */
  readonly expectedDepositedAmountMinor?: number;
}

/** refund.do: refunds captured money. Repeated only under an `externalRefundId`: otherwise it could pay twice. */
export const refund: KnownEndpoint<Refund, OperationAnswer> = {
  path: 'refund.do',
  repeat: ({ externalRefundId }) => (externalRefundId ? 'safe' : 'never'),
  input: fields<Refund>(parameters)({
    ...moneyChecks,
    externalRefundId: text,
    expectedDepositedAmountMinor: minorUnits,
  }),
  fields: (asked) => {
    const { externalRefundId, expectedDepositedAmountMinor: expected } = asked;
    return {
      ...moneyFields('refund', asked),
      externalRefundId: externalRefundId || undefined,
      expectedDepositedAmount: optionalMinorUnits('expectedDepositedAmountMinor', expected),
    };
  },
  read: readOperation,
};
