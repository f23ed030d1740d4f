import { StoreError } from '../domain/store-error.ts';
import { withoutPassword } from '../domain/without-password.ts';
import type { Store } from './store.ts';

/**
 * `memory`: in this process, gone with it. `sqlite:<file>`: in this file, made where it is not there.
 * `postgres://user:password@host:port/database`: in the schema `tillbox` of this database, made where it is not there.
 */
export type StoreName = 'memory' | `sqlite:${string}` | `postgres://${string}` | `postgresql://${string}`;

/** Opens a store by its name. @throws StoreError where its file or database cannot be used; it is left as it is. */
export const openStore = async (name: StoreName): Promise<Store> => {
  if (name === 'memory') return (await import('./memory/memory-store.ts')).memoryStore();
  if (/^sqlite:./.test(name))
    return (await import('./sqlite/sqlite-store.ts')).sqliteStore(name.slice('sqlite:'.length));
  if (/^postgres(?:ql)?:\/\/./.test(name)) return (await import('./postgres/postgres-store.ts')).postgresStore(name);
  throw new StoreError(`STORE=${withoutPassword(name)}: expected memory, sqlite:<file> or postgres://<address>`);
};
