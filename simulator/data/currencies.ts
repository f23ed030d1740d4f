import type { PageLanguage } from '../domain/page-language.ts';

/** A currency as ISO 4217 numbers it. */
export interface Currency {
  /** Three digits, leading zeros kept. */
  readonly numeric: string;
  readonly alpha: string;
  /** Digits after the decimal point. */
  readonly exponent: number;
  readonly symbol: string;
}

/** Currencies of banks with this software and of their neighbours, and those with an unusual exponent. Source: ISO 4217. */
// biome-ignore format: one line per row
export const currencies: readonly Currency[] = [
  { numeric: '398', alpha: 'KZT', exponent: 2, symbol: '₸' },
  { numeric: '417', alpha: 'KGS', exponent: 2, symbol: 'сом' },
  { numeric: '643', alpha: 'RUB', exponent: 2, symbol: '₽' },
  // Withdrawn from ISO 4217, but still sent by older shops.
  { numeric: '810', alpha: 'RUR', exponent: 2, symbol: '₽' },
  { numeric: '860', alpha: 'UZS', exponent: 2, symbol: 'soʻm' },
  { numeric: '972', alpha: 'TJS', exponent: 2, symbol: 'сомонӣ' },
  { numeric: '934', alpha: 'TMT', exponent: 2, symbol: 'TMT' },
  { numeric: '933', alpha: 'BYN', exponent: 2, symbol: 'Br' },
  { numeric: '980', alpha: 'UAH', exponent: 2, symbol: '₴' },
  { numeric: '498', alpha: 'MDL', exponent: 2, symbol: 'MDL' },
  { numeric: '051', alpha: 'AMD', exponent: 2, symbol: '֏' },
  { numeric: '944', alpha: 'AZN', exponent: 2, symbol: '₼' },
  { numeric: '981', alpha: 'GEL', exponent: 2, symbol: '₾' },
  { numeric: '496', alpha: 'MNT', exponent: 2, symbol: '₮' },
  { numeric: '156', alpha: 'CNY', exponent: 2, symbol: 'CN¥' },
  { numeric: '840', alpha: 'USD', exponent: 2, symbol: '$' },
  { numeric: '978', alpha: 'EUR', exponent: 2, symbol: '€' },
  { numeric: '826', alpha: 'GBP', exponent: 2, symbol: '£' },
  { numeric: '756', alpha: 'CHF', exponent: 2, symbol: 'CHF' },
  { numeric: '946', alpha: 'RON', exponent: 2, symbol: 'lei' },
  { numeric: '975', alpha: 'BGN', exponent: 2, symbol: 'лв.' },
  { numeric: '985', alpha: 'PLN', exponent: 2, symbol: 'zł' },
  { numeric: '203', alpha: 'CZK', exponent: 2, symbol: 'Kč' },
  { numeric: '348', alpha: 'HUF', exponent: 2, symbol: 'Ft' },
  { numeric: '941', alpha: 'RSD', exponent: 2, symbol: 'RSD' },
  { numeric: '949', alpha: 'TRY', exponent: 2, symbol: '₺' },
  { numeric: '554', alpha: 'NZD', exponent: 2, symbol: 'NZ$' },
  { numeric: '036', alpha: 'AUD', exponent: 2, symbol: 'A$' },
  { numeric: '124', alpha: 'CAD', exponent: 2, symbol: 'CA$' },
  { numeric: '344', alpha: 'HKD', exponent: 2, symbol: 'HK$' },
  { numeric: '702', alpha: 'SGD', exponent: 2, symbol: 'S$' },
  { numeric: '764', alpha: 'THB', exponent: 2, symbol: '฿' },
  { numeric: '356', alpha: 'INR', exponent: 2, symbol: '₹' },
  { numeric: '784', alpha: 'AED', exponent: 2, symbol: 'AED' },
  { numeric: '682', alpha: 'SAR', exponent: 2, symbol: 'SAR' },
  { numeric: '376', alpha: 'ILS', exponent: 2, symbol: '₪' },
  { numeric: '818', alpha: 'EGP', exponent: 2, symbol: 'EGP' },
  { numeric: '012', alpha: 'DZD', exponent: 2, symbol: 'DA' },
  { numeric: '834', alpha: 'TZS', exponent: 2, symbol: 'TSh' },
  { numeric: '404', alpha: 'KES', exponent: 2, symbol: 'KSh' },
  { numeric: '952', alpha: 'XOF', exponent: 0, symbol: 'CFA' },
  { numeric: '950', alpha: 'XAF', exponent: 0, symbol: 'FCFA' },
  { numeric: '504', alpha: 'MAD', exponent: 2, symbol: 'MAD' },
  { numeric: '566', alpha: 'NGN', exponent: 2, symbol: '₦' },
  { numeric: '936', alpha: 'GHS', exponent: 2, symbol: 'GH₵' },
  { numeric: '800', alpha: 'UGX', exponent: 0, symbol: 'USh' },
  { numeric: '646', alpha: 'RWF', exponent: 0, symbol: 'RF' },
  { numeric: '230', alpha: 'ETB', exponent: 2, symbol: 'Br' },
  { numeric: '480', alpha: 'MUR', exponent: 2, symbol: 'Rs' },
  { numeric: '710', alpha: 'ZAR', exponent: 2, symbol: 'R' },
  { numeric: '586', alpha: 'PKR', exponent: 2, symbol: 'Rs' },
  { numeric: '144', alpha: 'LKR', exponent: 2, symbol: 'Rs' },
  { numeric: '050', alpha: 'BDT', exponent: 2, symbol: '৳' },
  { numeric: '524', alpha: 'NPR', exponent: 2, symbol: 'Rs' },
  { numeric: '360', alpha: 'IDR', exponent: 2, symbol: 'Rp' },
  { numeric: '458', alpha: 'MYR', exponent: 2, symbol: 'RM' },
  { numeric: '608', alpha: 'PHP', exponent: 2, symbol: '₱' },
  { numeric: '116', alpha: 'KHR', exponent: 2, symbol: '៛' },
  { numeric: '418', alpha: 'LAK', exponent: 2, symbol: '₭' },
  { numeric: '104', alpha: 'MMK', exponent: 2, symbol: 'K' },
  { numeric: '901', alpha: 'TWD', exponent: 2, symbol: 'NT$' },
  { numeric: '634', alpha: 'QAR', exponent: 2, symbol: 'QAR' },
  { numeric: '364', alpha: 'IRR', exponent: 2, symbol: 'IRR' },
  { numeric: '971', alpha: 'AFN', exponent: 2, symbol: 'AFN' },
  { numeric: '422', alpha: 'LBP', exponent: 2, symbol: 'LBP' },
  { numeric: '008', alpha: 'ALL', exponent: 2, symbol: 'ALL' },
  { numeric: '807', alpha: 'MKD', exponent: 2, symbol: 'MKD' },
  { numeric: '977', alpha: 'BAM', exponent: 2, symbol: 'KM' },
  { numeric: '208', alpha: 'DKK', exponent: 2, symbol: 'kr' },
  { numeric: '578', alpha: 'NOK', exponent: 2, symbol: 'kr' },
  { numeric: '752', alpha: 'SEK', exponent: 2, symbol: 'kr' },
  { numeric: '352', alpha: 'ISK', exponent: 0, symbol: 'kr' },
  { numeric: '986', alpha: 'BRL', exponent: 2, symbol: 'R$' },
  { numeric: '484', alpha: 'MXN', exponent: 2, symbol: 'MX$' },
  { numeric: '152', alpha: 'CLP', exponent: 0, symbol: 'CL$' },
  { numeric: '600', alpha: 'PYG', exponent: 0, symbol: '₲' },
  { numeric: '368', alpha: 'IQD', exponent: 3, symbol: 'IQD' },
  { numeric: '434', alpha: 'LYD', exponent: 3, symbol: 'LYD' },
  { numeric: '392', alpha: 'JPY', exponent: 0, symbol: '¥' },
  { numeric: '410', alpha: 'KRW', exponent: 0, symbol: '₩' },
  { numeric: '704', alpha: 'VND', exponent: 0, symbol: '₫' },
  { numeric: '414', alpha: 'KWD', exponent: 3, symbol: 'KWD' },
  { numeric: '048', alpha: 'BHD', exponent: 3, symbol: 'BHD' },
  { numeric: '400', alpha: 'JOD', exponent: 3, symbol: 'JOD' },
  { numeric: '512', alpha: 'OMR', exponent: 3, symbol: 'OMR' },
  { numeric: '788', alpha: 'TND', exponent: 3, symbol: 'DT' },
];

/** The numbers and the letters of all. */
export const currencyWords: readonly string[] = currencies.flatMap(({ numeric, alpha }) => [numeric, alpha]);

export const isKnownCurrency = (word: string): word is string => currencyWords.includes(word);

export const currencyByNumeric = (numeric: string): Currency | undefined =>
  currencies.find((currency) => currency.numeric === numeric);

/** The number of a currency by its letters; any other text is returned as it is. */
export const currencyNumber = (text: string): string => currencies.find(({ alpha }) => alpha === text)?.numeric ?? text;

const noBreakSpace = '\u00a0';

/** The format of amounts in each language: `15,000.00 ₸` or `15 000,00 ₸`, with no-break spaces. */
const customs: Readonly<Record<PageLanguage, { group: string; point: string; hasLetters: boolean }>> = {
  en: { group: ',', point: '.', hasLetters: false },
  ru: { group: noBreakSpace, point: ',', hasLetters: true },
  kk: { group: noBreakSpace, point: ',', hasLetters: true },
  uk: { group: noBreakSpace, point: ',', hasLetters: true },
  be: { group: noBreakSpace, point: ',', hasLetters: true },
  bg: { group: noBreakSpace, point: ',', hasLetters: false },
  fr: { group: noBreakSpace, point: ',', hasLetters: false },
  hy: { group: noBreakSpace, point: ',', hasLetters: false },
  ar: { group: '.', point: ',', hasLetters: false },
  az: { group: '.', point: ',', hasLetters: false },
  de: { group: '.', point: ',', hasLetters: false },
  el: { group: '.', point: ',', hasLetters: false },
  es: { group: '.', point: ',', hasLetters: false },
  it: { group: '.', point: ',', hasLetters: false },
  ro: { group: '.', point: ',', hasLetters: false },
};

/** Whether a symbol is one in every language: `₸` and `CN¥`, but not `сом`, which a reader of English does not know. */
const isSign = (symbol: string): boolean => /\p{Sc}/u.test(symbol);

/** An amount for people, without line breaks. An unknown currency has its number and two decimals. */
export const formatAmount = (amountMinor: number, numeric: string, language: PageLanguage): string => {
  const { group, point, hasLetters } = customs[language];
  const currency = knownOrBare(numeric);
  const unit = hasLetters || isSign(currency.symbol) ? currency.symbol : currency.alpha;
  const { sign, whole, fraction } = decimalParts(amountMinor, currency.exponent);
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  const amount = `${sign}${grouped}${fraction && point + fraction}${noBreakSpace}${unit}`;
  // From left to right, whatever stands around it.
  return language === 'ar' ? `\u2066${amount}\u2069` : amount;
};

/** An amount for machines: `15000.00 KZT`, the form of the card page's own calls. */
export const plainAmount = (amountMinor: number, numeric: string): string => {
  const currency = knownOrBare(numeric);
  const { sign, whole, fraction } = decimalParts(amountMinor, currency.exponent);
  return `${sign}${whole}${fraction && `.${fraction}`} ${currency.alpha}`;
};

/** An amount in a line of text: `15 000.00 KZT`. */
export const groupedAmount = (amountMinor: number, numeric: string): string =>
  plainAmount(amountMinor, numeric).replace(thousands, ' ');

/** The places between groups of three digits before the point. */
const thousands = /(?<=^-?\d*)\B(?=(?:\d{3})+(?:\.| ))/g;

const knownOrBare = (numeric: string): Currency =>
  currencyByNumeric(numeric) ?? { numeric, alpha: numeric, exponent: 2, symbol: numeric };

/** Moves the point through the digits, so that no float is rounded. */
const decimalParts = (amountMinor: number, exponent: number): { sign: string; whole: string; fraction: string } => {
  if (!Number.isSafeInteger(amountMinor)) throw new RangeError(`not an amount in minor units: ${amountMinor}`);
  const digits = String(Math.abs(amountMinor)).padStart(exponent + 1, '0');
  const point = digits.length - exponent;
  return { sign: amountMinor < 0 ? '-' : '', whole: digits.slice(0, point), fraction: digits.slice(point) };
};
