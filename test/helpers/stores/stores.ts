import { join } from 'node:path';
import type { ExecutionContext } from 'ava';
import { memoryStore } from '../../../simulator/store/memory/memory-store.ts';
import { openStore, type StoreName } from '../../../simulator/store/open-store.ts';
import type { Store } from '../../../simulator/store/store.ts';
import { temporaryFolder } from '../process/temporary-folder.ts';
import { newPostgresStore } from './shared-postgres.ts';

type OfTest<Thing> = (t: ExecutionContext) => Promise<Thing>;

/** Every kind of store that lasts, as a test makes the name of a new one, which is gone with the test or its file. */
export const lastingStores = {
  sqlite: async (t) => `sqlite:${join(temporaryFolder(t), 'tillbox.db')}`,
  postgres: newPostgresStore,
} as const satisfies Readonly<Record<string, OfTest<StoreName>>>;

export type LastingStore = keyof typeof lastingStores;

const storeFor =
  (kind: LastingStore): OfTest<Store> =>
  async (t) => {
    const store = await openStore(await lastingStores[kind](t));
    t.teardown(store.close);
    return store;
  };

/** Every kind of store, as a test makes an empty one. */
export const storeDrivers = {
  memory: async () => memoryStore(),
  sqlite: storeFor('sqlite'),
  postgres: storeFor('postgres'),
} as const satisfies Readonly<Record<string, OfTest<Store>>>;
