import { StateNotReached } from '../domain/errors/state-not-reached.ts';
import type { Order } from '../domain/orders/order.ts';
import type { Collection, Kept, Store } from '../store/store.ts';

/** The names of an order that a contract may choose. */
export interface OrderNames {
  readonly orderId: string;
  readonly orderNumber: string;
  readonly threeDSServerTransId?: string;
}

/** Gives things the ids that a contract has chosen. What had one of them before, in an earlier interaction, is dropped. */
export interface ChosenNames {
  /** Frees an order number, or all of them. */
  readonly freeNumber: (orderNumber?: string) => Promise<void>;
  /** Frees the id of a recurring task that the shop has chosen. */
  readonly freeTask: (merchantTaskUuid: string) => Promise<void>;
  /** Gives an order, with everything that happened to it, other names. */
  readonly renameOrder: (orderId: string, wanted: OrderNames) => Promise<void>;
  readonly renameCard: (bindingId: string, wanted: string) => Promise<void>;
  readonly renameTask: (taskUuid: string, wanted: string) => Promise<void>;
  readonly renameTemplate: (templateId: string, wanted: string) => Promise<void>;
}

/** The names of the things of a merchant, which are changed in the store. */
export const chosenNames = ({ orders, bindings, tasks, templates }: Store, merchant: string): ChosenNames => {
  const dropOrders = async (isDropped: (order: Order) => boolean): Promise<void> => {
    const all = await orders.ofMerchant(merchant);
    if (!all.some(isDropped)) return;
    await orders.forget(merchant);
    for (const order of all) if (!isDropped(order)) await orders.insert(order);
  };
  const change = async <Thing extends Kept>(
    things: Collection<Thing>,
    changed: (thing: Thing) => Thing | undefined,
  ): Promise<void> => {
    const all = await things.ofMerchant(merchant);
    const next = all.map(changed);
    if (next.every((thing, index) => thing === all[index])) return;
    await things.forget(merchant);
    for (const thing of next) if (thing) await things.insert(thing);
  };
  const rename = <Thing extends Kept>(things: Collection<Thing>, id: string, wanted: string): Promise<void> =>
    change(things, (thing) => {
      if (thing.id === id) return { ...thing, id: wanted };
      return thing.id === wanted ? undefined : thing;
    });
  return {
    freeNumber: (wanted) => dropOrders(({ orderNumber }) => wanted === undefined || orderNumber === wanted),
    freeTask: (wanted) => change(tasks, (task) => (task.merchantTaskId === wanted ? undefined : task)),
    renameOrder: async (orderId, wanted) => {
      const order = await orders.find(orderId);
      if (!order) throw new StateNotReached(`no order ${orderId}`);
      const next = withNames(order, wanted);
      await dropOrders(({ id, orderNumber }) => [orderId, next.id].includes(id) || orderNumber === next.orderNumber);
      await orders.insert(next);
    },
    renameCard: (id, wanted) => rename(bindings, id, wanted),
    renameTask: (id, wanted) => rename(tasks, id, wanted),
    renameTemplate: (id, wanted) => rename(templates, id, wanted),
  };
};

const withNames = (order: Order, { orderId, orderNumber, threeDSServerTransId }: OrderNames): Order => ({
  ...order,
  id: orderId,
  orderNumber,
  attempts: order.attempts.map(({ threeDs, ...attempt }) => ({
    ...attempt,
    ...(threeDs && { threeDs: { ...threeDs, serverTransId: threeDSServerTransId ?? threeDs.serverTransId } }),
  })),
});
