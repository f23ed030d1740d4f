import type { Bank } from '../../simulator/banks/bank.ts';
import { bereke } from '../../simulator/banks/bereke.ts';
import { currencies } from '../../simulator/data/currencies.ts';

/** The currency of the shop whose contract comes with tillbox: tenge. */
const shopCurrency = '398';

/** Of a bank that wants more of register.do than the shop sends. */
const withoutWishes = {
  registrationWants: bereke.registrationWants,
  paramsWanted: bereke.paramsWanted,
  leastAmountMinor: bereke.leastAmountMinor,
  orderNumberLength: bereke.orderNumberLength,
  refusesOtherLanguages: bereke.refusesOtherLanguages,
  confirmationMinutes: bereke.confirmationMinutes,
  failedChallengeCode: bereke.failedChallengeCode,
} as const;

/**
 * The bank with the settings that its merchant has in the contract of tillbox: tenge, no cart, 3-D Secure 2, several
 * attempts for an order, the newest version of the status, answers typed as JSON. All other facts are the bank's.
 */
export const bankForShop = (bank: Bank): Bank => ({
  ...bank,
  currency: shopCurrency,
  currencies: [...bank.currencies, shopCurrency],
  wantsCustomer: false,
  ...(bank.registrationWants.length > 0 && withoutWishes),
  threeDsVersion: 2,
  paymentAttempts: bereke.paymentAttempts,
  statusVersion: bereke.statusVersion,
  contentType: bereke.contentType,
});

/** What these settings take away from a bank, each as a phrase. */
export const takenAway = (bank: Bank): readonly string[] => {
  const own = bankForShop(bank);
  const changed = <Fact extends keyof Bank>(
    fact: Fact,
    says: (own: Bank[Fact], banks: Bank[Fact]) => string,
  ): readonly string[] => (bank[fact] === own[fact] ? [] : [says(own[fact], bank[fact])]);
  return [
    ...changed('currency', (now, before) => `orders in ${alphaOf(now)} by default, not in ${alphaOf(before)}`),
    ...(bank.currencies.includes(shopCurrency) ? [] : [`${alphaOf(shopCurrency)} accepted, not refused`]),
    ...changed('wantsCustomer', () => 'carts optional, not required'),
    ...changed('registrationWants', (_, before) => `${before.join(', ')} optional, not required`),
    ...changed('leastAmountMinor', (now, before) => `orders of ${now} minor unit or more, not of ${before}`),
    ...changed('orderNumberLength', (now, before) => `order numbers of up to ${now} characters, not ${before}`),
    ...changed('refusesOtherLanguages', () => 'other languages ignored, not refused'),
    ...changed('confirmationMinutes', () => 'payments that need no confirmation'),
    ...changed('failedChallengeCode', () => 'its own action codes of failed challenges'),
    ...changed('threeDsVersion', (now, before) => `3-D Secure ${now}, not ${before === 1 ? 1 : '1 unless asked for'}`),
    ...changed('paymentAttempts', (now, before) => `${now} attempts to pay an order, not ${before}`),
    ...changed('statusVersion', (now, before) => `order status in version ${now}, not ${before}`),
    ...changed('contentType', (now, before) => `answers as ${now}, not ${before}`),
  ];
};

const alphaOf = (numeric: string): string => currencies.find((one) => one.numeric === numeric)?.alpha ?? numeric;
