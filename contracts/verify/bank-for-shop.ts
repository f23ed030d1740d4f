import type { Bank } from '../../simulator/banks/bank.ts';
import { bereke } from '../../simulator/banks/bereke.ts';
import { currencies } from '../../simulator/data/currencies.ts';

/** The currency of the shop whose contract comes with tillbox: tenge. */
const shopCurrency = '398';

/**
 * The bank with the settings that its merchant has in the contract of tillbox: tenge, no cart, 3-D Secure 2, the newest
 * version of the status, answers typed as JSON. All other facts are the bank's.
 */
export const bankForShop = (bank: Bank): Bank => ({
  ...bank,
  currency: shopCurrency,
  currencies: [...bank.currencies, shopCurrency],
  wantsCart: false,
  threeDsVersion: 2,
  statusVersion: bereke.statusVersion,
  contentType: bereke.contentType,
});

/** What these settings take away from a bank, each as a phrase. */
export const takenAway = (bank: Bank): readonly string[] => {
  const own = bankForShop(bank);
  const changed = <Fact extends keyof Bank>(fact: Fact, says: (value: Bank[Fact]) => string): readonly string[] =>
    bank[fact] === own[fact] ? [] : [`${says(own[fact])} (the bank: ${says(bank[fact])})`];
  return [
    ...changed('currency', (numeric) => `orders in ${alphaOf(numeric)} by default`),
    ...(bank.currencies.includes(shopCurrency) ? [] : [`${alphaOf(shopCurrency)} accepted (the bank: refused)`]),
    ...changed('wantsCart', (wants) => (wants ? 'carts required' : 'carts optional')),
    ...changed('threeDsVersion', (version) => `3-D Secure ${version}`),
    ...changed('statusVersion', (version) => `order status in version ${version}`),
    ...changed('contentType', (type) => `answers as ${type}`),
  ];
};

const alphaOf = (numeric: string): string => currencies.find((one) => one.numeric === numeric)?.alpha ?? numeric;
