import type { Bank } from './bank.ts';

/** Amount and description of the order. */
const amountMinor = 1_500_000;
const description = 'my_first_order';

/** The parameters of register.do for an order that this bank takes, without login and number. */
export const exampleOrder = (
  { currency, wantsCart, country, ...bank }: Pick<Bank, 'currency' | 'wantsCart' | 'country' | 'paramsWanted'>,
  returnUrl: string,
): Readonly<Record<string, string>> => ({
  amount: String(amountMinor),
  currency,
  returnUrl,
  description,
  language: 'en',
  ...(wantsCart && { orderBundle: JSON.stringify(exampleCart(country, amountMinor)) }),
  ...textOf(exampleParams(bank)),
});

const textOf = (params: ReturnType<typeof exampleParams>) => params && { jsonParams: JSON.stringify(params) };

/** The entries of `jsonParams` that a bank requires, with their values: a terminal, and anything of the shop's. Undefined if it requires none. */
export const exampleParams = ({
  paramsWanted,
}: Pick<Bank, 'paramsWanted'>): Readonly<Record<string, string>> | undefined => {
  const names = Object.keys(paramsWanted);
  if (names.length === 0) return undefined;
  return Object.fromEntries(names.map((name) => [name, name.includes('terminal') ? 'E000000001' : 'test_order']));
};

/** The customer, the address and the things that a bank with `wantsCart` wants to know; `itemAmount` in minor units. */
export const exampleCart = (country: string, itemAmount: number) => ({
  customerDetails: {
    email: 'payer@shop.example',
    phone: '40700000000',
    billingInfo: { country, city: 'Springfield', postAddress: '1 Main Street' },
  },
  cartItems: {
    items: [{ positionId: 1, name: 'Tea', quantity: { value: 1, measure: 'pcs' }, itemAmount }],
  },
});
