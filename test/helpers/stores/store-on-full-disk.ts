import { StoreUnavailable } from '../../../simulator/domain/errors/store-error.ts';
import { memoryStore } from '../../../simulator/store/memory/memory-store.ts';
import type { Store } from '../../../simulator/store/store.ts';

/** A store on a disk that is full, or that nobody reaches, until somebody says otherwise. */
export const storeOnFullDisk = () => {
  const store = memoryStore();
  const disk = { isFull: false, isAway: false };
  const full = <Part extends object>(part: Part, writing: readonly (keyof Part)[]): Part => ({
    ...part,
    ...Object.fromEntries(
      (Object.keys(part) as (keyof Part)[]).map((name) => [
        name,
        async (...sent: readonly unknown[]) => {
          if (disk.isAway || (disk.isFull && writing.includes(name)))
            throw new StoreUnavailable('database or disk is full');
          return (part[name] as (...sent: readonly unknown[]) => Promise<unknown>)(...sent);
        },
      ]),
    ),
  });
  const fullStore: Store = {
    ...store,
    orders: full(store.orders, ['insert', 'replace']),
    callbacks: full(store.callbacks, ['save']),
    clocks: full(store.clocks, ['save']),
    merchants: full(store.merchants, ['insert', 'save']),
    checkWrites: async () => {
      if (disk.isFull || disk.isAway) throw new StoreUnavailable('database or disk is full');
    },
  };
  return { store: fullStore, disk };
};
