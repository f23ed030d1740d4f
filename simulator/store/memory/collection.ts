import type { Collection, Kept } from '../store.ts';

export const memoryCollection = <Thing extends Kept>(): Collection<Thing> => {
  const things = new Map<string, Thing>();
  const idsByMerchant = new Map<string, string[]>();
  return {
    insert: async (thing) => {
      const ids = idsByMerchant.get(thing.merchant) ?? [];
      idsByMerchant.set(thing.merchant, ids);
      ids.push(thing.id);
      things.set(thing.id, thing);
      return true;
    },
    find: async (id) => things.get(id),
    replace: async (next) => {
      if (things.get(next.id)?.version !== next.version - 1) return false;
      things.set(next.id, next);
      return true;
    },
    ofMerchant: async (merchant) => (idsByMerchant.get(merchant) ?? []).flatMap((id) => things.get(id) ?? []),
    forget: async (merchant) => {
      for (const id of idsByMerchant.get(merchant) ?? []) things.delete(id);
      idsByMerchant.delete(merchant);
    },
  };
};
