import type { Endpoint } from '../../endpoint.ts';
import { givenAmount, needOrderId, type OperationAnswer, readOperation } from '../../order-operation.ts';

export interface Deposit {
  readonly orderId: string;
  /** Absent: all that is held. Less than that is final and frees the rest, unless `step` says otherwise. */
  readonly amountMinor?: number;
  /** Where the bank allows a hold to be captured in several steps. Source: gateway description published for Alfa-Bank. */
  readonly step?: 'intermediate' | 'final';
  readonly language?: string;
}

/** deposit.do: captures held money. A second one is refused, or captures more: there is no repeat. */
export const deposit: Endpoint<Deposit, OperationAnswer> = {
  path: 'deposit.do',
  repeat: 'never',
  fields: (asked) => ({
    orderId: needOrderId('deposit', asked),
    amount: givenAmount(asked) ?? 0,
    depositType: asked.step && { intermediate: 1, final: 2 }[asked.step],
    language: asked.language,
  }),
  read: readOperation,
};
