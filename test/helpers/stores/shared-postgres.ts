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
