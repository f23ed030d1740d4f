import { StoreError } from '../domain/store-error.ts';
import { withoutPassword } from '../domain/without-password.ts';
import type { Store } from './store.ts';

/**
 * `memory`: in this process, gone with it. `sqlite:<file>`: in this file, made if it is missing.
 * `postgres://user:password@host:port/database`: in the schema `tillbox` of this database, made if it is missing.
 */
export type StoreName = 'memory' | `sqlite:${string}` | `postgres://${string}` | `postgresql://${string}`;

export const storeNamePattern = /^(?:memory$|sqlite:.|postgres(?:ql)?:\/\/.)/s;

/** Opens a store by its name. @throws StoreError if its file or database cannot be used; it is left as it is. */
export const openStore = async (name: StoreName): Promise<Store> => {
  if (!storeNamePattern.test(name))
    throw new StoreError(`STORE=${withoutPassword(name)}: expected memory, sqlite:<file> or postgres://<address>`);
  if (name === 'memory') return (await import('./memory/memory-store.ts')).memoryStore();
  if (name.startsWith('sqlite:'))
    return (await import('./sqlite/sqlite-store.ts')).sqliteStore(name.slice('sqlite:'.length));
  return (await import('./postgres/postgres-store.ts')).postgresStore(name);
};
