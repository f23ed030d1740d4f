/** A card as it may be stored: without its number and CVC. */
export interface MaskedCard {
  /** First six digits, `**`, last four. */
  readonly maskedPan: string;
  /** YYYYMM. */
  readonly expiry: string;
  readonly holder: string;
  readonly brand: Brand;
}

/** A card as the payer typed it; never stored. */
export interface TypedCard {
  readonly pan: string;
  /** YYYYMM. */
  readonly expiry: string;
  /** Empty if none was asked for. */
  readonly cvc: string;
  readonly holder: string;
}

/** `paymentSystem` in the status answer. */
export type Brand = 'VISA' | 'MASTERCARD' | 'AMEX' | 'JCB' | 'CUP' | 'MIR' | 'MAESTRO' | 'UNDEFINED';

/** Number ranges of the card schemes, first match wins; ranges compare as digit prefixes. Source: ISO/IEC 7812 issuer ranges as published by the schemes. */
const brandRanges: readonly (readonly [from: string, to: string, brand: Brand])[] = [
  ['4', '4', 'VISA'],
  ['51', '55', 'MASTERCARD'],
  ['2221', '2720', 'MASTERCARD'],
  ['2200', '2204', 'MIR'],
  ['34', '34', 'AMEX'],
  ['37', '37', 'AMEX'],
  ['3528', '3589', 'JCB'],
  ['62', '62', 'CUP'],
  ['50', '50', 'MAESTRO'],
  ['56', '59', 'MAESTRO'],
  ['61', '61', 'MAESTRO'],
  ['63', '69', 'MAESTRO'],
];

export const brandOf = (pan: string): Brand =>
  brandRanges.find(([from, to]) => pan.slice(0, from.length) >= from && pan.slice(0, from.length) <= to)?.[2] ??
  'UNDEFINED';

export const passesLuhn = (pan: string): boolean => luhnSum(pan) % 10 === 0;

/** Published test cards that fail Luhn's test, and are card numbers all the same. Source: SATIM's certification. */
export const withWrongCheckDigit: ReadonlySet<string> = new Set(['6280581110003927']);

export const luhnDigit = (digits: string): string => String((10 - (luhnSum(`${digits}0`) % 10)) % 10);

const luhnSum = (digits: string): number => {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index]);
    const weighted = index % 2 === 0 ? digit : digit * 2;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum;
};

export const cvcLengthOf = (brand: Brand): number => (brand === 'AMEX' ? 4 : 3);

/** `411111**1111`, the way BPC and Bereke write it. Source: BPC REST documentation, cardAuthInfo.maskedPan. */
export const maskPan = (pan: string): string => `${pan.slice(0, 6)}**${pan.slice(-4)}`;

/** A masked number with another mask between its digits: `427650XXXXXX2890`. */
export const withMask = (maskedPan: string, mask: string): string => maskedPan.replace('**', mask);

export const maskCard = (card: TypedCard): MaskedCard => ({
  maskedPan: maskPan(card.pan),
  expiry: card.expiry,
  holder: card.holder,
  brand: brandOf(card.pan),
});

/** `expiry` is YYYYMM. */
export const isPastExpiry = (expiry: string, nowMs: number): boolean => {
  const now = new Date(nowMs);
  return expiry < `${now.getUTCFullYear()}${String(now.getUTCMonth() + 1).padStart(2, '0')}`;
};
