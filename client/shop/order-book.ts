import type { Checked } from './checkout.ts';
import type { ShopOrder } from './shop-order.ts';

export type OrderBook = ReturnType<typeof createOrderBook>;

/** The shop's orders, by its own numbers. */
export const createOrderBook = () => {
  const orders = new Map<string, ShopOrder>();

  /** Changes an order, or keeps a new one; other changes in the meantime stay. */
  const change = (order: ShopOrder, changed: Partial<ShopOrder>): ShopOrder => {
    const next = { ...(orders.get(order.id) ?? order), ...changed };
    orders.set(order.id, next);
    return next;
  };

  /** Keeps the gateway's answer about an order; without an answer the last known result stays. */
  const keep = (checked: Checked): Checked => {
    const { order, fault } = checked;
    return { ...checked, order: change(order, fault ? {} : { result: order.result }) };
  };

  return { newestFirst: () => [...orders.values()].reverse(), find: (id: string) => orders.get(id), change, keep };
};
