import { join } from 'node:path';
import type { ExecutionContext } from 'ava';
import { memoryStore } from '../../simulator/store/memory.ts';
import { openStore } from '../../simulator/store/open-store.ts';
import type { Store } from '../../simulator/store/store.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A store in a file of its own, which is gone with the test. */
export const sqliteStoreFor = async (t: ExecutionContext): Promise<Store> => {
  const store = await openStore(`sqlite:${join(temporaryFolder(t), 'tillbox.db')}`);
  t.teardown(store.close);
  return store;
};

/** Every kind of store, as a test makes an empty one. */
export const storeDrivers: Readonly<Record<string, (t: ExecutionContext) => Promise<Store>>> = {
  memory: async () => memoryStore(),
  sqlite: sqliteStoreFor,
};
