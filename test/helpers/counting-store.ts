import { memoryStore } from '../../simulator/store/memory/memory.ts';
import type { Store } from '../../simulator/store/store.ts';

/** A store that counts how often it is asked for anything. */
export const countingStore = (): { readonly store: Store; readonly count: () => number } => {
  let calls = 0;
  const counting = <Part extends object>(part: Part): Part =>
    new Proxy(part, {
      get: (target, name) => {
        const own: unknown = Reflect.get(target, name);
        if (typeof own === 'function') {
          calls++;
          return own;
        }
        return typeof own === 'object' && own !== null ? counting(own) : own;
      },
    });
  return { store: counting(memoryStore()), count: () => calls };
};
