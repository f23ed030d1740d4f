import type { MerchantContext } from '../../context.ts';
import type { Clock } from '../../runtime/clock.ts';
import { type Cancel, giveWay } from '../../runtime/machine-time.ts';
import { findCurrentOrder } from './current-order.ts';
import { runTask } from './run-task.ts';

const batchSize = 500;

/**
 * Returns a function that plans the due work on a merchant's orders and recurring tasks for a time of its clock.
 * `contextNow`: the merchant at that time; undefined if it was removed.
 */
export const watchDueWork = (
  clock: Clock,
  contextNow: () => Promise<MerchantContext | undefined>,
): ((dueMs: number) => void) => {
  let armedFor = Number.POSITIVE_INFINITY;
  let cancel: Cancel = () => {};

  const wake = async (): Promise<void> => {
    armedFor = Number.POSITIVE_INFINITY;
    const context = await contextNow();
    if (!context) return;
    await updateDueOrders(context);
    await runTasks(context);
    const { orders, tasks } = context.store;
    const { login } = context.merchant;
    const nextMs = [await orders.nextDueMs(login), (await tasks.nextDue(login))?.dueMs];
    for (const ms of nextMs) if (ms !== undefined) wakeAt(ms);
  };

  const wakeAt = (dueMs: number): void => {
    if (dueMs >= armedFor) return;
    cancel();
    armedFor = dueMs;
    cancel = clock.after(dueMs - clock.now(), wake);
  };

  return wakeAt;
};

/** Brings every order of a merchant up to date. */
export const updateDueOrders = async (context: MerchantContext): Promise<void> => {
  const { store, clock, merchant } = context;
  for (;;) {
    const ids = await store.orders.due(merchant.login, clock.now(), batchSize);
    for (const id of ids) {
      await findCurrentOrder(context, id);
      await giveWay();
    }
    if (ids.length < batchSize) return;
  }
};

const runTasks = async (context: MerchantContext): Promise<void> => {
  const { store, clock, merchant } = context;
  for (;;) {
    const due = await store.tasks.nextDue(merchant.login);
    if (!due || due.dueMs > clock.now()) return;
    if (!(await runTask(context, due.id))) return;
    await giveWay();
  }
};
