import type { Checked } from './checkout.ts';
import type { ShopOrder } from './shop-order.ts';

/** The shop's orders, by its own numbers. */
export interface OrderBook {
  /** Oldest first. */
  all(): readonly ShopOrder[];
  find(id: string): ShopOrder | undefined;
  /** Changes an order, or keeps a new one; what else has happened to it meanwhile stays. */
  change(order: ShopOrder, changed: Partial<ShopOrder>): ShopOrder;
  /** Keeps what the gateway said about an order; where it said nothing, what was known stays. */
  keep(checked: Checked): Checked;
}

export const createOrderBook = (): OrderBook => {
  const orders = new Map<string, ShopOrder>();
  const change: OrderBook['change'] = (order, changed) => {
    const next = { ...(orders.get(order.id) ?? order), ...changed };
    orders.set(order.id, next);
    return next;
  };
  return {
    all: () => [...orders.values()],
    find: (id) => orders.get(id),
    change,
    keep: (checked) => {
      const { order, fault } = checked;
      return { ...checked, order: change(order, fault ? {} : { result: order.result }) };
    },
  };
};
