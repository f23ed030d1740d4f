import test from 'ava';
import type { OrderBundle } from '../../client/index.ts';
import { banks } from '../../simulator/banks/all.ts';
import type { Bank } from '../../simulator/banks/bank.ts';
import { coreJourneys } from '../helpers/shop/core-journeys.ts';
import type { JourneyOptions } from '../helpers/shop/shop-journey.ts';

const cart = (amountMinor: number): OrderBundle => ({
  customerDetails: {
    email: 'aida@shop.example',
    phone: '40700000000',
    billingInfo: { country: 'RO', city: 'Cluj', postAddress: 'Str. Mica 1' },
  },
  cartItems: {
    items: [{ positionId: 1, name: 'Tea', quantity: { value: 1, measure: 'pcs' }, itemAmount: amountMinor }],
  },
});

const optionsOf = (bank: Bank): JourneyOptions => ({
  simulator: { bank },
  order: (amountMinor) => ({
    currency: bank.currency,
    ...(bank.wantsCart && { orderBundle: cart(amountMinor) }),
    ...(bank.paramsWanted['udf1'] !== undefined && {
      jsonParams: { force_terminal_id: 'E002000001', udf1: '2018105301346' },
    }),
  }),
  hearsTokens: bank.callbackKind === 'jwt',
  capturesInSteps: bank.capturesInSteps,
  ...(bank.tellsPartRefunds && { partRefundStatus: 7 }),
});

for (const bank of banks) {
  for (const [what, journey] of Object.entries(coreJourneys))
    test(`a shop at ${bank.name} ${what}`, (t) => journey(t, optionsOf(bank)));
}
