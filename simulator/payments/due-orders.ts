import type { Cancel, Clock } from '../clock.ts';
import type { Context } from '../context.ts';
import type { Store } from '../store/store.ts';
import { currentOrder } from './current-order.ts';

/** How many orders are looked at in one go. */
const batchSize = 500;

/** Wakes at the earliest due time and lets happen what time brings to an order. */
export interface DueOrders {
  /** Says that something is due then. */
  wakeAt(dueMs: number): void;
  stop(): void;
}

/** Starts the watch over due orders. `context` is asked for when it is first needed, because it holds this watch. */
export const watchDueOrders = (clock: Clock, store: Store, context: () => Context): DueOrders => {
  let armedFor = Number.POSITIVE_INFINITY;
  let cancel: Cancel = () => {};

  const wake = async (): Promise<void> => {
    armedFor = Number.POSITIVE_INFINITY;
    for (;;) {
      const ids = await store.orders.due(clock.now(), batchSize);
      for (const id of ids) await currentOrder(context(), id);
      if (ids.length < batchSize) break;
    }
    const nextMs = await store.orders.nextDueMs();
    if (nextMs !== undefined) wakeAt(nextMs);
  };

  const wakeAt = (dueMs: number): void => {
    if (dueMs >= armedFor) return;
    cancel();
    armedFor = dueMs;
    cancel = clock.after(dueMs - clock.now(), wake);
  };

  return { wakeAt, stop: () => cancel() };
};
