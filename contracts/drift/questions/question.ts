import type { Bank } from '../../../simulator/banks/bank.ts';
import type { RefusalReason } from '../../../simulator/domain/errors/refused.ts';

/**
 * Which run asks it: every one (`plain`), one that may pay with a test card (`cards`), one with a person at the payment page
 * (`by hand`), or one that may send a wrong password.
 */
export type QuestionGroup = 'plain' | 'cards' | 'by hand' | 'wrong password';

/** Parameters of a call. One that is undefined is not sent. */
export type Fields = Readonly<Record<string, string | undefined>>;

/** An order that an earlier question registered. */
export interface AskedOrder {
  readonly orderId: string;
  readonly orderNumber: string;
  readonly formUrl: string;
}

/** What a question knows when it is asked. */
export interface Asking {
  readonly bank: Bank;
  /** Parameters of register.do for an order that the bank takes, with a new number. */
  readonly order: Fields;
  /** The order of an earlier question. @throws NoOrder if it was refused there */
  readonly orderOf: (question: string) => AskedOrder;
  /** An id of the bank's form that no order has. */
  readonly unknownId: string;
}

/** A call that is made at both sides. */
export interface Question {
  /** Short and stable: files of answers name it. */
  readonly id: string;
  /** For reports: the call, and the situation. */
  readonly title: string;
  readonly group: QuestionGroup;
  /** Behind the path of the gateway. */
  readonly call: string;
  /** POST by default. */
  readonly method?: 'GET';
  /** `none`: without; `wrong`: with another password. */
  readonly login?: 'none' | 'wrong';
  /** Its answer is needed for other questions only, and is not compared. */
  readonly isSetUp?: boolean;
  /** The reason for which tillbox refuses it, if that reason has no source in its tables. */
  readonly refusedFor?: RefusalReason;
  readonly fields: (asking: Asking) => Fields;
}

/** A question cannot be asked, because an earlier one got no order. The message names that one. */
export class NoOrder extends Error {
  override readonly name = 'NoOrder';
}
