import test from 'ava';
import type { OrderBundle } from '../../client/index.ts';
import { banks } from '../../simulator/banks/all.ts';
import type { Bank } from '../../simulator/banks/bank.ts';
import {
  declineOrder,
  holdCaptureRefund,
  payWithStoredCard,
  redirectWithChallenge,
  reverseHold,
} from '../helpers/core-journeys.ts';
import type { JourneyOptions } from '../helpers/shop-journey.ts';

const journeys = {
  'holds, captures and refunds': holdCaptureRefund,
  'gives a hold free': reverseHold,
  'closes an order': declineOrder,
  'pays on the page, with a challenge': redirectWithChallenge,
  'stores a card and pays with it': payWithStoredCard,
};

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
  }),
  hearsTokens: bank.callbackKind === 'jwt',
  capturesInSteps: bank.capturesInSteps,
  ...(bank.tellsPartRefunds && { partRefundStatus: 7 }),
});

for (const bank of banks) {
  for (const [what, journey] of Object.entries(journeys))
    test(`a shop at ${bank.name} ${what}`, (t) => journey(t, optionsOf(bank)));
}
