import test from 'ava';
import type { OrderBundle } from '../../client/index.ts';
import { banks } from '../../simulator/banks/all.ts';
import type { Bank } from '../../simulator/banks/bank.ts';
import { coreJourneys } from '../helpers/shop/core-journeys.ts';
import type { JourneyOptions } from '../helpers/shop/shop-journey.ts';

/** What BT wants to know of every customer. */
const customer: OrderBundle = {
  orderCreationDate: '2026-01-01',
  customerDetails: {
    email: 'aida@shop.example',
    phone: '40700000000',
    billingInfo: { country: '642', city: 'Cluj', postAddress: 'Str. Mica 1' },
  },
};

const optionsOf = (bank: Bank): JourneyOptions => ({
  simulator: { bank },
  order: () => ({
    currency: bank.currency,
    ...(bank.wantsCustomer && { orderBundle: customer }),
    ...(bank.paramsWanted['udf1'] !== undefined && {
      jsonParams: { force_terminal_id: 'E002000001', udf1: '2018105301346' },
    }),
  }),
  hearsTokens: bank.callbackKind === 'jwt',
  capturesInSteps: bank.capturesInSteps,
  paymentAttempts: bank.paymentAttempts,
  ...(bank.tellsPartRefunds && { partRefundStatus: 7 }),
});

for (const bank of banks) {
  for (const [what, journey] of Object.entries(coreJourneys))
    test(`a shop at ${bank.name} ${what}`, (t) => journey(t, optionsOf(bank)));
}
