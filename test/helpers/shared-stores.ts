import { openStore } from '../../simulator/store/open-store.ts';
import type { Store } from '../../simulator/store/store.ts';
import { sharedMemory } from './shared-memory.ts';
import { sharedPostgres } from './shared-postgres.ts';

/** One store that several simulators of a test share, as processes do. */
export interface SharedStore {
  /** The store as one process has it. */
  join(): Promise<Store>;
  /** Work that somebody holds who will not do it, until `giveFree`. */
  hold(work: string): Promise<unknown>;
  giveFree(work: string): Promise<unknown>;
}

const onPostgres = async (): Promise<SharedStore> => {
  const server = await sharedPostgres();
  const address = await server.makeDatabase();
  return {
    join: () => openStore(address),
    hold: (work) => server.run(address, `INSERT INTO tillbox.leases VALUES ('${work}', 0, 'infinity')`),
    giveFree: (work) => server.run(address, `DELETE FROM tillbox.leases WHERE work = '${work}'`),
  };
};

/** Every kind of store that can be shared, as a test makes an empty one. */
export const sharedStores = {
  memory: async () => sharedMemory(),
  postgres: onPostgres,
} as const satisfies Readonly<Record<string, () => Promise<SharedStore>>>;
