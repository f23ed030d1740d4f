import { currencyByNumeric, currencyNumber, formatAmount } from '../../data/currencies.ts';
import type { Language } from '../../domain/orders/order.ts';

/** An amount with the letters of its currency, as calls and forms have it: `48,900.00 KZT`, `48 900,00 KZT`. */
export const amountText = (amountMinor: number, currency: string, language: Language): string => {
  const text = formatAmount(amountMinor, currency, language);
  return text.slice(0, text.lastIndexOf('\u00a0') + 1) + (currencyByNumeric(currency)?.alpha ?? currency);
};

/** Amounts of a text that machines read, too, `48900.00 KZT`, as the language has them; everything else stays. */
export const withAmounts = (text: string, language: Language): string =>
  text.replaceAll(
    /(?<![\w.,-])(\d+)(?:\.(\d+))? ([A-Z]{3})(?!\w)/g,
    (amount, whole: string, fraction = '', letters) => {
      const currency = currencyByNumeric(currencyNumber(letters));
      const minor = Number(whole + fraction);
      if (!currency || fraction.length !== currency.exponent || !Number.isSafeInteger(minor)) return amount;
      return amountText(minor, currency.numeric, language);
    },
  );
