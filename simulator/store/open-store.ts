import { StoreError } from '../domain/errors/store-error.ts';
import { shown } from '../options/check-options.ts';
import { shownStore } from '../text/without-password.ts';
import type { Store } from './store.ts';

/**
 * `memory`: in this process, gone with it. `sqlite:<file>`: in this file, made if it is missing.
 * `postgres://user:password@host:port/database`: in the schema `tillbox` of this database, made if it is missing.
 */
export type StoreName = 'memory' | `sqlite:${string}` | `postgres://${string}` | `postgresql://${string}`;

export const expectedStore =
  'memory, sqlite:<path of a file> (memory instead of :memory:, and the path instead of a file: address) or postgres://<address>';

/** Undefined if it is no name of a store. */
export const readStoreName = (text: string): StoreName | undefined =>
  /^(?:memory$|sqlite:(?!\s*(?::memory:|file:)).|postgres(?:ql)?:\/\/.)/s.test(text.replace(/:memory:|file:/gi, lower))
    ? (text as StoreName)
    : undefined;

const lower = (text: string): string => text.toLowerCase();

/** Opens a store by its name. @throws StoreError if its file or database cannot be used; it is left as it is. */
export const openStore = async (name: StoreName): Promise<Store> => {
  if (typeof name !== 'string') throw new StoreError(`openStore: expected ${expectedStore}, got ${shown(name)}`);
  if (readStoreName(name) === undefined) throw new StoreError(`STORE=${shownStore(name)}: expected ${expectedStore}`);
  if (name === 'memory') return (await import('./memory/memory-store.ts')).memoryStore();
  if (name.startsWith('sqlite:'))
    return (await import('./sqlite/sqlite-store.ts')).sqliteStore(name.slice('sqlite:'.length));
  return (await import('./postgres/postgres-store.ts')).postgresStore(name);
};
