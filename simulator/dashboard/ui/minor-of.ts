import { currencyByNumeric } from '../../data/currencies.ts';

/** An amount as a person types it, `48,900.00` or `48 900,5`, in minor units; undefined if it is none. */
export const minorOf = (text: string, currency: string): number | undefined => {
  const digits = currencyByNumeric(currency)?.exponent ?? 2;
  const plain = text.replaceAll(/[\s\u00a0\u202f']/g, '');
  const [, whole = '', fraction = ''] =
    /^(\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/.exec(plain) ?? /^(\d+)(?:[.,](\d+))?$/.exec(plain) ?? [];
  if (whole === '' || fraction.length > digits) return undefined;
  const minor = Number(whole.replaceAll(',', '') + fraction.padEnd(digits, '0'));
  return Number.isSafeInteger(minor) ? minor : undefined;
};

/** The same amount for a field: `48900.00`. */
export const majorText = (minor: number, currency: string): string => {
  const digits = currencyByNumeric(currency)?.exponent ?? 2;
  const text = String(minor).padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
};

/** The letters of a currency; its number if it is unknown. */
export const lettersOf = (currency: string): string => currencyByNumeric(currency)?.alpha ?? currency;
