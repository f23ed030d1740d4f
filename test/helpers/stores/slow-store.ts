import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Store } from '../../../simulator/store/store.ts';

/**
 * A store that answers later, as a database does: each call waits for a few turns of the event loop before and after it is
 * made, not always as many, so that calls of different requests come between one another.
 */
export const slowStore = (store: Store): Store => {
  let calls = 0;
  const wait = async (): Promise<void> => {
    calls++;
    for (let turns = 3 + (calls % 4); turns > 0; turns--) await nextTurn();
  };
  const slow = <Part extends object>(part: Part): Part =>
    new Proxy(part, {
      get: (target, name) => {
        const own: unknown = Reflect.get(target, name);
        if (typeof own === 'function') {
          return async (...sent: readonly unknown[]) => {
            await wait();
            const answer: unknown = await Reflect.apply(own, target, sent);
            await wait();
            return answer;
          };
        }
        return typeof own === 'object' && own !== null ? slow(own) : own;
      },
    });
  return slow(store);
};
