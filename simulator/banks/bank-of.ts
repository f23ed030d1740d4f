import { bankNamed } from './all.ts';
import type { Bank, ResultStyle } from './bank.ts';

/** What a process or a merchant may set against its bank's profile. */
export interface BankChoices {
  /** Version of getOrderStatusExtended.do. */
  readonly statusVersion?: number | undefined;
  /**
   * `errorCode` of deposit.do, reverse.do, refund.do and decline.do that went well: the documentation prints a number,
   * recorded answers have a text.
   */
  readonly errorCodeStyle?: 'text' | 'number' | undefined;
}

/** The bank with what was set against its profile; itself where nothing was. */
export const withChoices = (bank: Bank, { statusVersion, errorCodeStyle }: BankChoices): Bank =>
  statusVersion === undefined && errorCodeStyle === undefined
    ? bank
    : {
        ...bank,
        ...(statusVersion !== undefined && { statusVersion }),
        ...(errorCodeStyle && { results: withSuccess(bank, errorCodeStyle) }),
      };

const withSuccess = ({ results }: Bank, success: ResultStyle): Bank['results'] => ({
  ...results,
  operations: { ...results.operations, success },
});

/**
 * The bank whose ways hold for a merchant or an order: its own where it names one, else that of the process, with what it
 * has chosen against either.
 */
export const bankOf = ({ bank }: { readonly bank: Bank }, owner: BankChoices & { readonly bank?: string }): Bank =>
  withChoices(owner.bank === undefined ? bank : (bankNamed(owner.bank) ?? bank), owner);
