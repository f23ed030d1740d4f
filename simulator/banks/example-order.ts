import type { Bank } from './bank.ts';

/** Amount and description of the order. */
const amountMinor = 1_500_000;
const description = 'my_first_order';

/** The parameters of register.do for an order that this bank takes, without login and number. */
export const exampleOrder = (
  { currency, wantsCustomer, ...bank }: Pick<Bank, 'currency' | 'wantsCustomer' | 'paramsWanted'>,
  returnUrl: string,
): Readonly<Record<string, string>> => ({
  amount: String(amountMinor),
  currency,
  returnUrl,
  description,
  language: 'en',
  ...(wantsCustomer && { orderBundle: JSON.stringify(exampleCustomer) }),
  ...textOf(exampleParams(bank)),
});

const textOf = (params: ReturnType<typeof exampleParams>) => params && { jsonParams: JSON.stringify(params) };

/** The entries of `jsonParams` that a bank requires, with their values: a terminal, and anything of the shop's. Undefined if it requires none. */
export const exampleParams = ({
  paramsWanted,
}: Pick<Bank, 'paramsWanted'>): Readonly<Record<string, string>> | undefined => {
  const names = Object.keys(paramsWanted);
  if (names.length === 0) return undefined;
  return Object.fromEntries(names.map((name) => [name, exampleParam(name)]));
};

/** A value of an entry of `jsonParams` that every bank takes. */
export const exampleParam = (name: string): string => (name.includes('terminal') ? 'E000000001' : 'test_order');

/** The customer and the address that a bank with `wantsCustomer` wants to know, as shops of BT iPay send them. 642: Romania in ISO 3166. */
export const exampleCustomer = {
  orderCreationDate: '2026-01-01',
  customerDetails: {
    email: 'payer@shop.example',
    phone: '40700000000',
    billingInfo: { country: '642', city: 'Cluj-Napoca', postAddress: '1 Main Street' },
  },
} as const;
