import type { Endpoint } from '../../endpoint.ts';
import { type MoneyOperation, moneyFields, type OperationAnswer, readOperation } from '../../order-operation.ts';

/** A smaller amount than the held one is final and frees the rest, except with `step`. */
export interface Deposit extends MoneyOperation {
  /** For captures in several steps, if the bank allows them. Source: gateway description published for Alfa-Bank. */
  readonly step?: 'intermediate' | 'final';
}

/** deposit.do: captures held money. A second one is refused, or captures more: there is no repeat. */
export const deposit: Endpoint<Deposit, OperationAnswer> = {
  path: 'deposit.do',
  repeat: 'never',
  fields: (asked) => ({
    ...moneyFields('deposit', asked),
    depositType: asked.step && { intermediate: 1, final: 2 }[asked.step],
  }),
  read: readOperation,
};
