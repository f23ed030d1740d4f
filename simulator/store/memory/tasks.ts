import { nextPaymentMs, type RecurringTask } from '../../domain/orders/recurring-task.ts';
import type { TaskStore } from '../store.ts';
import { memoryCollection } from './collection.ts';
import { createDueQueues } from './due-queue.ts';

/** Recurring tasks in this process, with those that are due at hand. */
export const memoryTasks = (): TaskStore => {
  const tasks = memoryCollection<RecurringTask>();
  const queues = createDueQueues();
  const ownIdsByMerchant = new Map<string, Set<string>>();

  const enqueue = (task: RecurringTask): void => {
    const dueMs = nextPaymentMs(task);
    if (dueMs !== undefined) queues.of(task.merchant).push(dueMs, task.id);
  };

  /** The earliest entry that still holds. */
  const first = async (merchant: string) => {
    const queue = queues.of(merchant);
    for (let entry = queue.peek(); entry; entry = queue.peek()) {
      const task = await tasks.find(entry.id);
      if (task && nextPaymentMs(task) === entry.dueMs) return entry;
      queue.pop();
    }
    return undefined;
  };

  return {
    ...tasks,
    insert: async (task) => {
      const ownIds = ownIdsByMerchant.get(task.merchant) ?? new Set<string>();
      if (ownIds.has(task.merchantTaskId)) return false;
      ownIdsByMerchant.set(task.merchant, ownIds.add(task.merchantTaskId));
      enqueue(task);
      return tasks.insert(task);
    },
    replace: async (next) => {
      const isKept = await tasks.replace(next);
      if (isKept) enqueue(next);
      return isKept;
    },
    nextDue: first,
    forget: async (merchant) => {
      queues.forget(merchant);
      ownIdsByMerchant.delete(merchant);
      await tasks.forget(merchant);
    },
  };
};
