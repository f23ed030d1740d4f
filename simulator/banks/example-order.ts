import type { Bank } from './bank.ts';

/** Amount and description of the order. */
const amountMinor = 1_500_000;
const description = 'my_first_order';

/** The parameters of register.do for an order that this bank takes, without login and number. */
export const exampleOrder = (
  { currency, wantsCustomer, country }: Pick<Bank, 'currency' | 'wantsCustomer' | 'country'>,
  returnUrl: string,
): Readonly<Record<string, string>> => ({
  amount: String(amountMinor),
  currency,
  returnUrl,
  description,
  language: 'en',
  ...(wantsCustomer && { orderBundle: JSON.stringify(exampleCart(country, amountMinor)) }),
});

/** The customer, the address and the things that a bank with `wantsCustomer` wants to know; `itemAmount` in minor units. */
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
