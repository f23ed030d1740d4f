import { memoryStore } from '../../../simulator/store/memory/memory-store.ts';
import type { Store } from '../../../simulator/store/store.ts';

interface CountingStore {
  readonly store: Store;
  /** How often it was asked for anything. */
  readonly count: () => number;
  /** What it was asked for since the last time: `orders.find` to how often. */
  readonly takeCalls: () => Readonly<Record<string, number>>;
}

/** A store that counts its calls. */
export const countingStore = (): CountingStore => {
  let total = 0;
  let calls: Record<string, number> = {};
  const counting = <Part extends object>(part: Part, path = ''): Part =>
    new Proxy(part, {
      get: (target, name) => {
        const own: unknown = Reflect.get(target, name);
        const called = `${path}${String(name)}`;
        if (typeof own === 'function') {
          total++;
          calls[called] = (calls[called] ?? 0) + 1;
          return own;
        }
        return typeof own === 'object' && own !== null ? counting(own, `${called}.`) : own;
      },
    });
  return {
    store: counting(memoryStore()),
    count: () => total,
    takeCalls: () => {
      const taken = calls;
      calls = {};
      return taken;
    },
  };
};
