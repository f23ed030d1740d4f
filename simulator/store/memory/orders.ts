import { nextDueMs } from '../../domain/orders/due.ts';
import type { Order } from '../../domain/orders/order.ts';
import type { OrderStatus } from '../../domain/orders/order-status.ts';
import { giveWay } from '../../runtime/machine-time.ts';
import type { OrderPeriod, OrderStore, Store } from '../store.ts';
import { createDueQueues, type DueEntry, type DueQueue } from './due-queue.ts';
import { createRegistrations } from './registrations.ts';

type Counts = Partial<Record<OrderStatus, number>>;

/** Without states that no order is in. */
const present = (counts: Counts): Readonly<Counts> =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));

export const memoryOrders = ({ callbacks, bindings }: Pick<Store, 'callbacks' | 'bindings'>): OrderStore => {
  const orders = new Map<string, Order>();
  const idsByNumber = new Map<string, Map<string, string>>();
  const idsByServerTransId = new Map<string, string>();
  const queues = createDueQueues();
  const registrations = createRegistrations();
  const countsByMerchant = new Map<string, Counts>();

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
    if (order.status !== previous?.status) {
      if (previous) count(order.merchant, previous.status, -1);
      count(order.merchant, order.status, 1);
    }
    const serverTransId = order.attempts.at(-1)?.threeDs?.serverTransId;
    if (serverTransId !== undefined) idsByServerTransId.set(serverTransId, order.id);
    const dueMs = nextDueMs(order);
    if (dueMs !== undefined && dueMs !== (previous && nextDueMs(previous)))
      queues.of(order.merchant).push(dueMs, order.id);
  };

  const countsOf = (merchant: string): Counts => {
    const counts = countsByMerchant.get(merchant) ?? {};
    countsByMerchant.set(merchant, counts);
    return counts;
  };

  const count = (merchant: string, status: OrderStatus, by: 1 | -1): void => {
    const counts = countsOf(merchant);
    counts[status] = (counts[status] ?? 0) + by;
  };

  const countedIn = (merchant: string, period: OrderPeriod): Readonly<Counts> => {
    const counts: Counts = {};
    for (const id of registrations.newestFirst(merchant, period)) {
      const status = orders.get(id)?.status;
      if (status) counts[status] = (counts[status] ?? 0) + 1;
    }
    return counts;
  };

  return {
    insert: async (order) => {
      const ids = idsOf(order.merchant);
      const older = ids.get(order.orderNumber);
      if (older !== undefined) return orders.get(older);
      ids.set(order.orderNumber, order.id);
      registrations.add(order);
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
    total: async (merchant) => idsByNumber.get(merchant)?.size ?? 0,
    newest: async (merchant, { states, before, limit, ...period }) => {
      const last = before === undefined ? undefined : orders.get(before);
      if (before !== undefined && last?.merchant !== merchant) return [];
      const found: Order[] = [];
      for (const id of registrations.newestFirst(merchant, period, last)) {
        if (found.length === limit) break;
        const order = orders.get(id);
        if (order && (states?.includes(order.status) ?? true)) found.push(order);
      }
      return found;
    },
    counts: async (merchant, period = {}) => {
      const all = countsByMerchant.get(merchant) ?? {};
      return registrations.areAllIn(merchant, period) ? present(all) : countedIn(merchant, period);
    },
    replace: async (next, effects) => {
      const previous = orders.get(next.id);
      if (!previous || previous.version !== next.version - 1) return false;
      keep(next, previous);
      if (effects?.binding) await bindings.insert(effects.binding);
      for (const callback of effects?.callbacks ?? []) await callbacks.save(callback);
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
      const ids = [...(idsByNumber.get(merchant)?.values() ?? [])];
      idsByNumber.delete(merchant);
      registrations.forget(merchant);
      countsByMerchant.delete(merchant);
      queues.forget(merchant);
      for (const id of ids) {
        for (const { threeDs } of orders.get(id)?.attempts ?? [])
          idsByServerTransId.delete(threeDs?.serverTransId ?? '');
        orders.delete(id);
        await giveWay();
      }
    },
  };
};
