import { currencyNumber } from '../data/currencies.ts';
import type { PermittedFeature } from '../domain/permitted-features.ts';
import { checkOptions, oneOf } from '../options/check-options.ts';
import { bankNamed, banks } from './all.ts';
import type { Bank, ResultStyle } from './bank.ts';

/** Settings of a process or merchant that replace those of its bank's profile. */
interface BankChoices {
  /** Version of getOrderStatusExtended.do. */
  readonly statusVersion?: number | undefined;
  /**
   * `errorCode` of successful deposit.do, reverse.do, refund.do and decline.do: a number in the documentation, a text in
   * recorded answers.
   */
  readonly errorCodeStyle?: 'text' | 'number' | undefined;
  /** Numbers or letters of ISO 4217, the default first. */
  readonly currencies?: readonly string[] | undefined;
  /** What the paths of the gateway begin with. */
  readonly contextPath?: string | undefined;
  readonly allowedFeatures?: readonly PermittedFeature[] | undefined;
}

export const withChoices = (bank: Bank, choices: BankChoices): Bank => {
  const { statusVersion, errorCodeStyle, allowedFeatures, currencies = [], contextPath = bank.basePath } = choices;
  const [currency] = currencies;
  const isAsItIs = [statusVersion, errorCodeStyle, allowedFeatures, currency].every((choice) => choice === undefined);
  if (isAsItIs && contextPath === bank.basePath) return bank;
  return {
    ...bank,
    basePath: contextPath,
    ...(statusVersion !== undefined && { statusVersion }),
    ...(allowedFeatures && { allowedFeatures }),
    ...(errorCodeStyle && { results: withSuccess(bank, errorCodeStyle) }),
    ...(currency !== undefined && {
      currency: currencyNumber(currency),
      currencies: currencies.map(currencyNumber),
    }),
  };
};

const withSuccess = ({ results }: Bank, success: ResultStyle): Bank['results'] => ({
  ...results,
  operations: { ...results.operations, success },
});

/** A process, which may have a bank that does not come with tillbox. */
export interface OfProcess {
  readonly options: { readonly bank: Bank };
}

/** The banks that a process knows: those of tillbox, and its own. */
export const banksOf = ({ options: { bank } }: OfProcess): readonly Bank[] =>
  bankNamed(bank.name) ? banks : [...banks, bank];

/** One of them by its name. */
export const bankNamedIn = (process: OfProcess, name: string): Bank | undefined =>
  banksOf(process).find((bank) => bank.name === name);

/** The same. @throws ConfigError that begins with `where` and names the others if there is none. */
const knownBankIn = (process: OfProcess, where: string, name: string): Bank => {
  checkOptions(where, oneOf(...banksOf(process).map((bank) => bank.name)), name);
  return bankNamedIn(process, name) as Bank;
};

/** @throws ConfigError that begins with `where` if a process does not know the bank that a setting names. */
export const refuseUnknownBank = (process: OfProcess, where: string, name: string | null | undefined): void => {
  if (name !== undefined && name !== null) knownBankIn(process, where, name);
};

/**
 * The bank of a merchant or an order: the one that it names, otherwise that of the process, with the choices of the
 * merchant, at the path of the process.
 */
export const bankOf = (
  process: OfProcess & { readonly bank: Bank },
  owner: Omit<BankChoices, 'contextPath'> & { readonly bank?: string },
): Bank =>
  withChoices(owner.bank === undefined ? process.bank : (bankNamedIn(process, owner.bank) ?? process.bank), {
    ...owner,
    contextPath: process.bank.basePath,
  });
