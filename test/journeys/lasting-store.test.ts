import test from 'ava';
import { coreJourneys } from '../helpers/core-journeys.ts';
import { sqliteStoreFor } from '../helpers/stores.ts';

for (const [what, journey] of Object.entries(coreJourneys))
  test(`a shop at a gateway that keeps its orders in a file ${what}`, async (t) =>
    journey(t, { simulator: { store: await sqliteStoreFor(t) } }));
