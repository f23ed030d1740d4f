import type { Cancel, Clock } from '../clock.ts';
import type { Context } from '../context.ts';
import type { Store } from '../store/store.ts';
import { currentOrder } from './current-order.ts';
import { runTask } from './run-task.ts';

/** How many orders are looked at in one go. */
const batchSize = 500;

/** Wakes at the earliest due time and lets happen what time brings to orders and recurring tasks. */
export interface DueWork {
  /** Says that something is due then. */
  wakeAt(dueMs: number): void;
  stop(): void;
}

/** Starts the watch over what is due. `context` is asked for when it is first needed, because it holds this watch. */
export const watchDueWork = (clock: Clock, store: Store, context: () => Context): DueWork => {
  let armedFor = Number.POSITIVE_INFINITY;
  let cancel: Cancel = () => {};

  const wake = async (): Promise<void> => {
    armedFor = Number.POSITIVE_INFINITY;
    await runOrders();
    await runTasks();
    const nextMs = [await store.orders.nextDueMs(), (await store.tasks.nextDue())?.dueMs];
    for (const ms of nextMs) if (ms !== undefined) wakeAt(ms);
  };

  const runOrders = async (): Promise<void> => {
    for (;;) {
      const ids = await store.orders.due(clock.now(), batchSize);
      for (const id of ids) await currentOrder(context(), id);
      if (ids.length < batchSize) return;
    }
  };

  const runTasks = async (): Promise<void> => {
    for (;;) {
      const due = await store.tasks.nextDue();
      if (!due || due.dueMs > clock.now()) return;
      await runTask(context(), due.id);
    }
  };

  const wakeAt = (dueMs: number): void => {
    if (dueMs >= armedFor) return;
    cancel();
    armedFor = dueMs;
    cancel = clock.after(dueMs - clock.now(), wake);
  };

  return { wakeAt, stop: () => cancel() };
};
