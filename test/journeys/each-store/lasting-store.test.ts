import { testsOnEach } from '../../helpers/ava/tests-on-store.ts';
import { coreJourneys } from '../../helpers/shop/core-journeys.ts';
import { type LastingStore, lastingStores, storeDrivers } from '../../helpers/stores/stores.ts';

const places: Readonly<Record<LastingStore, string>> = { sqlite: 'a file', postgres: 'PostgreSQL' };

for (const kind of Object.keys(lastingStores) as LastingStore[])
  for (const [what, journey] of Object.entries(coreJourneys))
    testsOnEach(kind)(`a shop at a gateway that keeps its orders in ${places[kind]} ${what}`, async (t) => {
      const store = await storeDrivers[kind](t);
      await journey(t, { simulator: { store } });
    });
