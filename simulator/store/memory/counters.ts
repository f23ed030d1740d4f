import type { CounterStore } from '../store.ts';

export const memoryCounters = (): CounterStore => {
  const countsOf = new Map<string, Map<string, number>>();
  return {
    next: async (merchant, key) => {
      const counts = countsOf.get(merchant) ?? new Map<string, number>();
      const count = (counts.get(key) ?? 0) + 1;
      countsOf.set(merchant, counts.set(key, count));
      return count;
    },
    find: async (merchant, key) => countsOf.get(merchant)?.get(key),
    set: async (merchant, key, count) => {
      countsOf.set(merchant, (countsOf.get(merchant) ?? new Map<string, number>()).set(key, count));
    },
    ofMerchant: async (merchant) => Object.fromEntries(countsOf.get(merchant) ?? []),
    forget: async (merchant, keysBegin = '') => {
      const counts = countsOf.get(merchant);
      for (const key of counts?.keys() ?? []) if (key.startsWith(keysBegin)) counts?.delete(key);
    },
  };
};
