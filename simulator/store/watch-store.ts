import type { Callback } from '../domain/callback.ts';
import type { Order } from '../domain/order.ts';
import type { Events } from '../events.ts';
import type { Store } from './store.ts';

/** The store, which tells of every order and callback that it keeps, where anybody listens. */
export const watchStore = (store: Store, events: Events): Store => ({
  ...store,
  orders: {
    ...store.orders,
    insert: async (order) => {
      const older = await store.orders.insert(order);
      if (!older && events.isHeard()) events.emit(orderEvent(order));
      return older;
    },
    replace: async (next) => {
      const isKept = await store.orders.replace(next);
      if (isKept && events.isHeard()) events.emit(orderEvent(next));
      return isKept;
    },
  },
  callbacks: {
    ...store.callbacks,
    save: async (callback) => {
      await store.callbacks.save(callback);
      if (events.isHeard()) events.emit(callbackEvent(callback));
    },
  },
});

const orderEvent = ({ id, merchant, orderNumber, status, actionCode, version }: Order) =>
  ({ kind: 'order', merchant, facts: { orderId: id, orderNumber, status, actionCode, version } }) as const;

const callbackEvent = ({ id, merchant, subject, url, state, tries }: Callback) =>
  ({ kind: 'callback', merchant, facts: { id, subject, url, state, tries: tries.length } }) as const;
