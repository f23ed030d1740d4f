import type { Context } from '../../context.ts';
import type { Cancel } from '../../runtime/clock.ts';
import { currentOrder } from './current-order.ts';
import { runTask } from './run-task.ts';

/** How many orders are looked at in one go. */
const batchSize = 500;

/** Wakes at a merchant's earliest due time and lets happen what time brings to its orders and recurring tasks. */
export interface DueWork {
  /** Says that something of the merchant of this context is due then. */
  wakeAt(dueMs: number): void;
}

/** Starts the watch over what is due of one merchant. `context` is asked for when it is needed, because it holds this watch. */
export const watchDueWork = (login: string, context: () => Context): DueWork => {
  let armedFor = Number.POSITIVE_INFINITY;
  let cancel: Cancel = () => {};

  const wake = async (): Promise<void> => {
    armedFor = Number.POSITIVE_INFINITY;
    const own = context();
    await runOrders(own);
    await runTasks(own);
    const { orders, tasks } = own.store;
    const nextMs = [await orders.nextDueMs(login), (await tasks.nextDue(login))?.dueMs];
    for (const ms of nextMs) if (ms !== undefined) wakeAt(ms);
  };

  const runOrders = async (own: Context): Promise<void> => {
    for (;;) {
      const ids = await own.store.orders.due(login, own.clock.now(), batchSize);
      for (const id of ids) await currentOrder(own, id);
      if (ids.length < batchSize) return;
    }
  };

  const runTasks = async (own: Context): Promise<void> => {
    for (;;) {
      const due = await own.store.tasks.nextDue(login);
      if (!due || due.dueMs > own.clock.now()) return;
      if (!(await runTask(own, due.id))) return;
    }
  };

  const wakeAt = (dueMs: number): void => {
    if (dueMs >= armedFor) return;
    cancel();
    armedFor = dueMs;
    const { clock } = context();
    cancel = clock.after(dueMs - clock.now(), wake);
  };

  return { wakeAt };
};
