import { fields } from '../../../options/check.ts';
import { oneOf } from '../../../options/checks.ts';
import type { KnownEndpoint } from '../../endpoint.ts';
import { parameters } from '../../order-checks.ts';
import {
  type MoneyOperation,
  moneyChecks,
  moneyFields,
  type OperationAnswer,
  readOperation,
} from '../../order-operation.ts';

/** A smaller amount than the held one is final and frees the rest, except with `step`. */
export interface Deposit extends MoneyOperation {
  /** For captures in several steps, if the bank allows them. Source: gateway description published for Alfa-Bank. */
  readonly step?: 'intermediate' | 'final';
}

/** deposit.do: captures held money. A second one is refused, or captures more: there is no repeat. */
export const deposit: KnownEndpoint<Deposit, OperationAnswer> = {
  path: 'deposit.do',
  repeat: 'never',
  input: fields<Deposit>(parameters)({ ...moneyChecks, step: oneOf('intermediate', 'final') }),
  fields: (asked) => ({
    ...moneyFields('deposit', asked),
    depositType: asked.step && { intermediate: 1, final: 2 }[asked.step],
  }),
  read: readOperation,
};
