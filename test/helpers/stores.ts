import type { ExecutionContext } from 'ava';
import { memoryStore } from '../../simulator/store/memory.ts';
import type { Store } from '../../simulator/store/store.ts';

/** Every kind of store, as a test makes an empty one. */
export const storeDrivers: Readonly<Record<string, (t: ExecutionContext) => Promise<Store>>> = {
  memory: async () => memoryStore(),
};
