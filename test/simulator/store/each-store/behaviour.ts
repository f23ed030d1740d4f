import type { ExecutionContext } from 'ava';
import type { Store } from '../../../../simulator/store/store.ts';
import { testsOnEach } from '../../../helpers/ava/tests-on-store.ts';
import { storeDrivers } from '../../../helpers/stores/stores.ts';

/** What every store does, whatever it is made of. */
export const behaviour = (title: string, run: (t: ExecutionContext, store: Store) => Promise<void>): void => {
  for (const [driver, open] of Object.entries(storeDrivers))
    testsOnEach(driver)(`${driver}: ${title}`, async (t) => run(t, await open(t)));
};

export const idsOf = (things: readonly { readonly id: string }[]): readonly string[] => things.map(({ id }) => id);
