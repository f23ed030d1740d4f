import test from 'ava';
import { banks } from '../../simulator/banks/all.ts';
import type { Bank } from '../../simulator/banks/bank.ts';
import { coreJourneys } from '../helpers/shop/core-journeys.ts';
import type { JourneyOptions } from '../helpers/shop/shop-journey.ts';
import { orderFieldsAt } from './modules/order-of-client.ts';

const optionsOf = (bank: Bank): JourneyOptions => ({
  simulator: { bank },
  order: () => orderFieldsAt(bank.name),
  hearsTokens: bank.callbackKind === 'jwt',
  capturesInSteps: bank.capturesInSteps,
  paymentAttempts: bank.paymentAttempts,
  ...(bank.tellsPartRefunds && { partRefundStatus: 7 }),
});

for (const bank of banks) {
  for (const [what, journey] of Object.entries(coreJourneys))
    test(`a shop at ${bank.name} ${what}`, (t) => journey(t, optionsOf(bank)));
}
