import { type Brand, brandOf, maskPan, passesLuhn } from './card.ts';

/** Separators between the groups of a number, plain or URL-encoded. */
const separator = /[ +.-]|%20|%2D/i;

/** A UUID, which is never a card number, or enough digits for a card, in groups or not. */
const candidate = new RegExp(
  String.raw`[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|(?<!\d)\d(?:(?:${separator.source})?\d){12,}`,
  'gi',
);

/** Lengths of a scheme's card numbers, if not 13 to 19 digits. Source: ISO/IEC 7812, and the schemes. */
const lengths: Readonly<Partial<Record<Brand, readonly number[]>>> = {
  VISA: [13, 16, 19],
  MASTERCARD: [16],
  AMEX: [15],
  UNDEFINED: [],
};

const isPan = (digits: string): boolean => {
  if (digits.length < 13 || digits.length > 19) return false;
  return (lengths[brandOf(digits)]?.includes(digits.length) ?? true) && passesLuhn(digits);
};

/**
 * A text with its card numbers masked. Everything that looks like one is masked, perhaps a shop's order number; times, ids
 * and reference numbers are not.
 */
export const hidePans = (text: string): string =>
  text.replace(candidate, (found) => (/^[\da-f]{8}(?:-[\da-f]{4}){3}-/i.test(found) ? found : withoutPan(found)));

/** The number can stand beside others: `2026 4444 5555 1111 3333`. */
const withoutPan = (run: string): string => {
  const parts = run.split(new RegExp(`(${separator.source})`, 'i'));
  for (let first = 0; first < parts.length; first += 2) {
    let digits = '';
    for (let last = first; last < parts.length && digits.length < 19; last += 2) {
      digits += parts[last];
      if (isPan(digits))
        return parts.slice(0, first).join('') + maskPan(digits) + hidePans(parts.slice(last + 1).join(''));
    }
  }
  return run;
};
