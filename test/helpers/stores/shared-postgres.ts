import { openStore } from '../../../simulator/store/open-store.ts';
import type { PostgresServer } from './postgres.ts';

const once = <Thing>(make: () => Promise<Thing>): (() => Promise<Thing>) => {
  let made: Promise<Thing> | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

/** The server of all tests of a file, started by the first that asks; each makes a database of its own. */
export const sharedPostgres: () => Promise<PostgresServer> = once(async () =>
  (await import('./postgres.ts')).startPostgres(),
);

const originalOfStores = once(async () => {
  const address = await (await sharedPostgres()).makeDatabase();
  await (await openStore(address)).close();
  return address;
});

/** Makes a database that holds an empty store; its address. A copy is made sooner than the tables. */
export const newPostgresStore = async (): Promise<`postgres://${string}`> =>
  (await sharedPostgres()).makeDatabase('', await originalOfStores());
