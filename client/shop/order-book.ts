import type { Checked } from './checkout.ts';
import type { ShopOrder } from './shop-order.ts';

export type OrderBook = ReturnType<typeof createOrderBook>;

/** The shop's orders, by its own numbers. */
export const createOrderBook = () => {
  const orders = new Map<string, ShopOrder>();
  /** By order: the number of the latest question to the gateway whose answer is kept. */
  const answered = new Map<string, number>();
  let questions = 0;

  /** Changes an order, or keeps a new one; other changes in the meantime stay. */
  const change = (order: ShopOrder, changed: Partial<ShopOrder>): ShopOrder => {
    const next = { ...(orders.get(order.id) ?? order), ...changed };
    orders.set(order.id, next);
    return next;
  };

  /**
   * Asks the gateway about an order, and keeps the answer; without one the last known result stays. So it does if the
   * answer to a later question has come first: an old answer would make a refunded order paid again.
   */
  const ask = async (order: ShopOrder, question: (order: ShopOrder) => Promise<Checked>): Promise<Checked> => {
    questions += 1;
    const number = questions;
    const { order: asked, fault } = await question(order);
    if (fault) return { order: change(order, {}), fault };
    const isAnswer = asked !== order;
    if (!isAnswer || number < (answered.get(order.id) ?? 0)) return { order: change(order, {}) };
    answered.set(order.id, number);
    return { order: change(asked, answerIn(asked)) };
  };

  return { newestFirst: () => [...orders.values()].reverse(), find: (id: string) => orders.get(id), change, ask };
};

/** What the gateway says about an order; the rest may have changed since it was asked. */
const answerIn = ({ result, money, cardText, bindingId, payment }: ShopOrder): Partial<ShopOrder> => ({
  result,
  ...(money && { money }),
  ...(cardText !== undefined && { cardText }),
  ...(bindingId !== undefined && { bindingId }),
  ...(payment && { payment }),
});
