import { brandOf, digitsOf, expiryOf, passesLuhn } from './card-number.js';
import { isPublishedNumber } from './published-cards.js';

/** Each check gives the key of a text in `data-texts`, or nothing. */
const checks = {
  pan: ({ pan }) => {
    const digits = digitsOf(pan);
    if (digits === '') return 'panMissing';
    if (digits.length < 12 || digits.length > 19) return 'panLength';
    return passesLuhn(digits) || isPublishedNumber(digits) ? undefined : 'panMistyped';
  },
  expiry: ({ pan, expiry }, { currentMonth, isTestCard }) => {
    const typed = expiryOf(expiry);
    if (!typed) return 'expiryFormat';
    const month = Number(typed.slice(4));
    if (month < 1 || month > 12) return 'expiryMonth';
    if (currentMonth && typed < currentMonth && !isTestCard(digitsOf(pan), typed)) return 'expiryPast';
  },
  cvc: ({ pan, cvc }) => {
    const brand = brandOf(digitsOf(pan));
    if (brand === '') return /^\d{3,4}$/.test(cvc) ? undefined : 'cvcThreeOrFour';
    if (brand === 'Amex') return /^\d{4}$/.test(cvc) ? undefined : 'cvcFour';
    return /^\d{3}$/.test(cvc) ? undefined : 'cvcThree';
  },
  cardholder: ({ cardholder }) => {
    if (cardholder.trim() === '') return 'cardholderMissing';
    return /^[\p{L}\p{M}][\p{L}\p{M} '’.-]*$/u.test(cardholder.trim()) ? undefined : 'cardholderLetters';
  },
  email: ({ email }) => (!email || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim()) ? undefined : 'email'),
};

/** The errors by field, in the order of the page. `rules`: `currentMonth` and `isTestCard(pan, expiry)`. */
export const problemsOf = (values, rules) =>
  Object.entries(checks).flatMap(([field, check]) => {
    const problem = field in values ? check(values, rules) : undefined;
    return problem ? [[field, problem]] : [];
  });
