import type { Checks } from '../options/check.ts';
import { text } from '../options/checks.ts';
import { needField } from './encode-form.ts';
import { WrongUse } from './gateway-errors.ts';
import type { RawAnswer } from './read-answer.ts';

/** A card that a customer lets the shop keep. The gateway calls it a binding. Source: BPC REST documentation, stored credentials. */
export interface StoredCard {
  readonly bindingId: string;
  readonly maskedPan: string;
  /** YYYYMM. */
  readonly expiryDate: string;
  readonly clientId?: string;
  readonly paymentWay?: string;
  /** VISA, MASTERCARD ... */
  readonly paymentSystem?: string;
  /** For people: `XXXXXXXXXXXX1111`. */
  readonly displayLabel?: string;
  /** COMMON, RECURRENT or INSTALLMENT. */
  readonly bindingCategory?: string;
  readonly cardholderName?: string;
  readonly [other: string]: unknown;
}

/** Undefined without an id. */
export const readStoredCard = (raw: RawAnswer): StoredCard | undefined =>
  typeof raw['bindingId'] === 'string' && raw['bindingId'] !== '' ? (raw as unknown as StoredCard) : undefined;

/** True if the gateway refuses because the list is empty. */
export const isNothingFound = ({ errorCode }: RawAnswer): boolean => String(errorCode) === '2';

/** The cards of a list; code 2 means an empty list. Undefined without a list. */
export const readStoredCards = (raw: RawAnswer): readonly StoredCard[] | undefined => {
  if (isNothingFound(raw)) return [];
  const { bindings } = raw;
  if (!Array.isArray(bindings)) return undefined;
  const read = (bindings as readonly RawAnswer[]).map(readStoredCard).filter((card) => card !== undefined);
  return read.length === bindings.length ? read : undefined;
};

/** A stored card by its id. */
export interface StoredCardQuery {
  readonly bindingId: string;
  readonly language?: string;
}

export const storedCardQuery = { bindingId: text, language: text } satisfies Checks<StoredCardQuery>;

export const needBindingId = (call: string, input: { readonly bindingId: string }): string =>
  needField(call, input, 'bindingId').bindingId;

/** YYYYMM. */
export const needExpiry = (name: string, expiry: string): string => {
  if (/^\d{4}(0[1-9]|1[0-2])$/.test(expiry)) return expiry;
  throw new WrongUse(`${name} must be YYYYMM`);
};
