import type { MakeMethod } from '../call-method.ts';
import {
  activateRecurringTask,
  createRecurringTask,
  getRecurringTask,
  modifyRecurringTask,
  skipRecurringPayment,
  terminateRecurringTask,
  terminateRecurringTasks,
} from '../endpoints/recurring/recurring-tasks.ts';

export type RecurringTaskCalls = ReturnType<typeof recurringTaskCalls>;

/** `client.recurringTasks`: payments with a stored card that the gateway makes by itself, by a schedule. */
export const recurringTaskCalls = (method: MakeMethod) => ({
  /** task/create. */
  create: method(createRecurringTask),
  /** task/get: all about a task, with the payments it has made. */
  get: method(getRecurringTask),
  /** task/modify: another card, or other parameters. */
  modify: method(modifyRecurringTask),
  /** task/terminate: no more payments until it is activated. */
  terminate: method(terminateRecurringTask),
  /** task/batchTerminate: several at once. */
  terminateAll: method(terminateRecurringTasks),
  /** task/activate: a task that failed or was terminated goes on from now. */
  activate: method(activateRecurringTask),
  /** payment/skip: leaves one payment out. */
  skipPayment: method(skipRecurringPayment),
});
