import type { Store } from '../store.ts';
import { memoryBindings } from './bindings.ts';
import { memoryCallbacks } from './callbacks.ts';
import { memoryClocks } from './clocks.ts';
import { memoryCollection } from './collection.ts';
import { memoryCounters } from './counters.ts';
import { memoryKeptStates } from './kept-states.ts';
import { memoryMerchants } from './merchants.ts';
import { memoryOrders } from './orders.ts';
import { memoryTasks } from './tasks.ts';

/** The default store: everything in this process, gone with it. */
export const memoryStore = (): Store => {
  const callbacks = memoryCallbacks();
  const bindings = memoryBindings();
  return {
    kind: 'memory',
    orders: memoryOrders({ callbacks, bindings }),
    merchants: memoryMerchants(),
    callbacks,
    bindings,
    tasks: memoryTasks(),
    templates: memoryCollection(),
    counters: memoryCounters(),
    clocks: memoryClocks(),
    keptStates: memoryKeptStates(),
    checkWrites: async () => {},
    close: async () => {},
  };
};
