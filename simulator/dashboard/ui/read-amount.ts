import { currencyByNumeric } from '../../data/currencies.ts';

/** `12,500.00`, `12 500,00` and `12500` are the same. */
export const unitsIn = (text: string): number => {
  const [, whole = '', fraction = ''] = /^(.*?)(?:[.,](\d{1,3}))?$/.exec(text.replace(/\s/g, '')) ?? [];
  const units = whole.replace(/[.,]/g, '');
  return Number(fraction.length === 3 ? `${units}${fraction}` : `${units}.${fraction || 0}`);
};

/** The letters of the currency that stands beside the field of an amount. */
export const lettersOf = (currency: string): string => currencyByNumeric(currency)?.alpha ?? currency;
