import type { Store } from './store.ts';
import { StoreError } from './store-error.ts';

/** `memory`: in this process, gone with it. `sqlite:<file>`: in this file, made where it is not there. */
export type StoreName = 'memory' | `sqlite:${string}`;

/** Opens a store by its name. @throws StoreError where its file cannot be used; it is left as it is. */
export const openStore = async (name: StoreName): Promise<Store> => {
  if (name === 'memory') return (await import('./memory.ts')).memoryStore();
  const file = name.slice('sqlite:'.length);
  if (!name.startsWith('sqlite:') || file === '')
    throw new StoreError(`STORE=${name}: expected memory or sqlite:<file>`);
  return (await import('./sqlite/sqlite-store.ts')).sqliteStore(file);
};
