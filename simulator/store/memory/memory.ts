import type { Binding } from '../../domain/binding.ts';
import type { Callback } from '../../domain/callback.ts';
import { nextDueMs } from '../../domain/due.ts';
import type { Merchant } from '../../domain/merchant.ts';
import type { Order } from '../../domain/order.ts';
import type {
  BindingStore,
  CallbackStore,
  ClockStore,
  CounterStore,
  KeptClock,
  MerchantStore,
  OrderStore,
  Store,
} from '../store.ts';
import { memoryCollection } from './collection.ts';
import { createDueQueues, type DueEntry, type DueQueue } from './due-queue.ts';
import { memoryTasks } from './memory-tasks.ts';

/** The default store: everything in this process, gone with it. */
export const memoryStore = (): Store => {
  const callbacks = memoryCallbacks();
  const bindings = memoryBindings();
  return {
    orders: memoryOrders({ callbacks, bindings }),
    merchants: memoryMerchants(),
    callbacks,
    bindings,
    tasks: memoryTasks(),
    templates: memoryCollection(),
    counters: memoryCounters(),
    clocks: memoryClocks(),
    close: async () => {},
  };
};

const memoryOrders = ({ callbacks, bindings }: Pick<Store, 'callbacks' | 'bindings'>): OrderStore => {
  const orders = new Map<string, Order>();
  const idsByNumber = new Map<string, Map<string, string>>();
  const idsByServerTransId = new Map<string, string>();
  const queues = createDueQueues();

  const idsOf = (merchant: string): Map<string, string> => {
    const ids = idsByNumber.get(merchant) ?? new Map<string, string>();
    idsByNumber.set(merchant, ids);
    return ids;
  };

  const isCurrent = ({ id, dueMs }: DueEntry): boolean => {
    const order = orders.get(id);
    return order !== undefined && nextDueMs(order) === dueMs;
  };

  const dropStale = (queue: DueQueue): DueEntry | undefined => {
    for (let entry = queue.peek(); entry; entry = queue.peek()) {
      if (isCurrent(entry)) return entry;
      queue.pop();
    }
    return undefined;
  };

  const keep = (order: Order, previous?: Order): void => {
    orders.set(order.id, order);
    const serverTransId = order.attempts.at(-1)?.threeDs?.serverTransId;
    if (serverTransId !== undefined) idsByServerTransId.set(serverTransId, order.id);
    const dueMs = nextDueMs(order);
    if (dueMs !== undefined && dueMs !== (previous && nextDueMs(previous)))
      queues.of(order.merchant).push(dueMs, order.id);
  };

  return {
    insert: async (order) => {
      const ids = idsOf(order.merchant);
      const older = ids.get(order.orderNumber);
      if (older !== undefined) return orders.get(older);
      ids.set(order.orderNumber, order.id);
      keep(order);
      return undefined;
    },
    find: async (id) => orders.get(id),
    findByNumber: async (merchant, orderNumber) => {
      const id = idsByNumber.get(merchant)?.get(orderNumber);
      return id === undefined ? undefined : orders.get(id);
    },
    findByServerTransId: async (serverTransId) => {
      const order = orders.get(idsByServerTransId.get(serverTransId) ?? '');
      return order?.attempts.at(-1)?.threeDs?.serverTransId === serverTransId ? order : undefined;
    },
    ofMerchant: async (merchant) =>
      [...(idsByNumber.get(merchant)?.values() ?? [])].flatMap((id) => orders.get(id) ?? []),
    replace: async (next, besides) => {
      const previous = orders.get(next.id);
      if (!previous || previous.version !== next.version - 1) return false;
      keep(next, previous);
      if (besides?.binding) await bindings.insert(besides.binding);
      for (const callback of besides?.callbacks ?? []) await callbacks.save(callback);
      return true;
    },
    due: async (merchant, nowMs, limit) => {
      const queue = queues.of(merchant);
      const ids = new Set<string>();
      const taken: DueEntry[] = [];
      for (let entry = dropStale(queue); entry && entry.dueMs <= nowMs && ids.size < limit; entry = dropStale(queue)) {
        queue.pop();
        taken.push(entry);
        ids.add(entry.id);
      }
      for (const { dueMs, id } of taken) queue.push(dueMs, id);
      return [...ids];
    },
    nextDueMs: async (merchant) => dropStale(queues.of(merchant))?.dueMs,
    forget: async (merchant) => {
      for (const id of idsByNumber.get(merchant)?.values() ?? []) {
        for (const { threeDs } of orders.get(id)?.attempts ?? [])
          idsByServerTransId.delete(threeDs?.serverTransId ?? '');
        orders.delete(id);
      }
      idsByNumber.delete(merchant);
      queues.forget(merchant);
    },
  };
};

const memoryCallbacks = (): CallbackStore => {
  const bySubject = new Map<string, Map<string, Callback>>();
  const subjectsByMerchant = new Map<string, Set<string>>();
  const about = (subject: string): readonly Callback[] => [...(bySubject.get(subject)?.values() ?? [])];
  return {
    save: async (callback) => {
      const callbacks = bySubject.get(callback.subject) ?? new Map<string, Callback>();
      bySubject.set(callback.subject, callbacks.set(callback.id, callback));
      const subjects = subjectsByMerchant.get(callback.merchant) ?? new Set<string>();
      subjectsByMerchant.set(callback.merchant, subjects.add(callback.subject));
    },
    about: async (subject) => about(subject),
    ofMerchant: async (merchant) => [...(subjectsByMerchant.get(merchant) ?? [])].flatMap(about),
    waitingSubjects: async (merchant) =>
      [...(subjectsByMerchant.get(merchant) ?? [])].filter((subject) =>
        about(subject).some(({ state }) => state === 'waiting'),
      ),
    forget: async (merchant) => {
      for (const subject of subjectsByMerchant.get(merchant) ?? []) bySubject.delete(subject);
      subjectsByMerchant.delete(merchant);
    },
  };
};

const memoryBindings = (): BindingStore => {
  const bindings = memoryCollection<Binding>();
  const idsByClient = new Map<string, Map<string, string[]>>();
  return {
    ...bindings,
    insert: async (binding) => {
      const clients = idsByClient.get(binding.merchant) ?? new Map<string, string[]>();
      idsByClient.set(binding.merchant, clients);
      clients.set(binding.clientId, [...(clients.get(binding.clientId) ?? []), binding.id]);
      await bindings.insert(binding);
    },
    ofClient: async (merchant, clientId) => {
      const found = (idsByClient.get(merchant)?.get(clientId) ?? []).map((id) => bindings.find(id));
      return (await Promise.all(found)).filter((binding) => binding !== undefined);
    },
    forget: async (merchant) => {
      idsByClient.delete(merchant);
      await bindings.forget(merchant);
    },
  };
};

const memoryCounters = (): CounterStore => {
  const countsOf = new Map<string, Map<string, number>>();
  return {
    next: async (merchant, key) => {
      const counts = countsOf.get(merchant) ?? new Map<string, number>();
      const count = (counts.get(key) ?? 0) + 1;
      countsOf.set(merchant, counts.set(key, count));
      return count;
    },
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

const memoryClocks = (): ClockStore => {
  const clocks = new Map<string, KeptClock>();
  return {
    save: async (clock) => {
      clocks.set(clock.merchant, clock);
    },
    all: async () => [...clocks.values()],
    forget: async (merchant) => {
      clocks.delete(merchant);
    },
  };
};

const memoryMerchants = (): MerchantStore => {
  const merchants = new Map<string, Merchant>();
  const withOwnScenario = new Set<string>();
  const ofToken = (token: string): Merchant | undefined =>
    [...merchants.values()].find((merchant) => merchant.token === token);

  const save = (merchant: Merchant): boolean => {
    const { login, token, ownScenario } = merchant;
    if (token !== undefined && (ofToken(token)?.login ?? login) !== login) return false;
    merchants.set(login, merchant);
    if (ownScenario === undefined) withOwnScenario.delete(login);
    else withOwnScenario.add(login);
    return true;
  };

  return {
    insert: async (merchant) => !merchants.has(merchant.login) && save(merchant),
    save: async (merchant) => save(merchant),
    find: async (login) => merchants.get(login),
    findByToken: async (token) => ofToken(token),
    all: async () => [...merchants.values()],
    someHaveOwnScenario: async () => withOwnScenario.size > 0,
    remove: async (login) => {
      merchants.delete(login);
      withOwnScenario.delete(login);
    },
  };
};
