import { bankNamed } from '../../../simulator/banks/all.ts';
import type { Bank } from '../../../simulator/banks/bank.ts';
import type { Fields } from '../../helpers/simulator/simulator.ts';

export const merchant = { login: 'test_user', password: 'test_user_password' };

/** The bank of this name. */
export const profile = (name: string): Bank => {
  const bank = bankNamed(name);
  if (!bank) throw new Error(`no bank ${name}`);
  return bank;
};

/** BT requires the customer and the address. */
const customer = JSON.stringify({
  orderCreationDate: '2026-01-01',
  customerDetails: {
    email: 'aida@shop.example',
    phone: '40700000000',
    billingInfo: { country: '642', city: 'Cluj', postAddress: 'Str. Mica 1' },
  },
});

/** A cart of one position. */
export const cart = (amount: number): string =>
  JSON.stringify({
    cartItems: {
      items: [{ positionId: 1, name: 'Tea', quantity: { value: 1, measure: 'pcs' }, itemAmount: amount }],
    },
  });

export const order: Fields = {
  orderNumber: 'B-1',
  amount: '100000',
  returnUrl: 'https://shop.example/return',
  language: 'en',
};

/** An order that every bank takes. */
export const orderFor = ({ wantsCustomer, paramsWanted, currency }: Bank): Fields => ({
  ...order,
  ...(wantsCustomer && { orderBundle: customer }),
  ...(paramsWanted['udf1'] !== undefined && { currency, jsonParams: satimParams }),
});

/** What SATIM wants of every order, as its clients send it. */
const satimParams = JSON.stringify({ force_terminal_id: 'E002000001', udf1: '2018105301346' });
