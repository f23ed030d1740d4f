import type { Endpoint } from '../../endpoint.ts';
import { WrongUse } from '../../gateway-errors.ts';
import type { RawAnswer } from '../../read-answer.ts';
import {
  type NewRecurringTask,
  needTask,
  newTaskFields,
  type RecurringTaskAnswer,
  type TaskIdentifier,
} from '../../recurring-task.ts';

/** A task and the language of the answer. */
export interface TaskQuery {
  readonly task: TaskIdentifier;
  readonly language?: string;
}

const readTask = ({ status, task }: RawAnswer): RecurringTaskAnswer | undefined =>
  status === 'SUCCESS' && typeof task === 'object' && task !== null && 'taskUuid' in task
    ? (task as RecurringTaskAnswer)
    : undefined;

/** A call that only names a task. */
const taskCall = (name: string, repeat: 'safe' | 'never'): Endpoint<TaskQuery, RecurringTaskAnswer> => ({
  path: `/recurrent/v1/task/${name}`,
  repeat,
  body: 'json',
  fields: ({ task, language }) => ({ locale: language, taskIdentifier: needTask(`task/${name}`, task) }),
  read: readTask,
});

/** task/create: a repeat would be refused for the task's id, so there is none. */
export const createRecurringTask: Endpoint<NewRecurringTask, RecurringTaskAnswer> = {
  path: '/recurrent/v1/task/create',
  repeat: 'never',
  body: 'json',
  fields: newTaskFields,
  read: readTask,
};

/** task/get: all about a task, with the payments it has made. */
export const getRecurringTask = taskCall('get', 'safe');

/** task/terminate: no more payments until it is activated. */
export const terminateRecurringTask = taskCall('terminate', 'safe');

/** task/activate: a task that failed or was terminated goes on from now. */
export const activateRecurringTask = taskCall('activate', 'never');

export interface RecurringTaskChange extends TaskQuery {
  readonly bindingId?: string;
  readonly clientId?: string;
  readonly params?: Readonly<Record<string, string>>;
}

/** task/modify: another card, or other parameters. */
export const modifyRecurringTask: Endpoint<RecurringTaskChange, RecurringTaskAnswer> = {
  path: '/recurrent/v1/task/modify',
  repeat: 'safe',
  body: 'json',
  fields: ({ task, language, ...changes }) => ({
    locale: language,
    task: { ...changes, taskIdentifier: needTask('task/modify', task) },
  }),
  read: readTask,
};

export interface TaskQueries {
  readonly tasks: readonly TaskIdentifier[];
  readonly language?: string;
}

/** task/batchTerminate: several at once. The manual spells the list in two ways, so both are sent. */
export const terminateRecurringTasks: Endpoint<TaskQueries, true> = {
  path: '/recurrent/v1/task/batchTerminate',
  repeat: 'safe',
  body: 'json',
  fields: ({ tasks, language }) => {
    if (tasks.length === 0) throw new WrongUse('task/batchTerminate needs one task at least');
    const identifiers = tasks.map((task) => needTask('task/batchTerminate', task));
    return { locale: language, taskIdentifiers: identifiers, tasksIdentifiers: identifiers };
  },
  read: ({ status }) => status === 'SUCCESS' || undefined,
};

export interface SkippedPayment extends TaskQuery {
  /** Counted from 1. */
  readonly paymentNumber: number;
}

/** payment/skip: leaves one payment out. */
export const skipRecurringPayment: Endpoint<SkippedPayment, RecurringTaskAnswer> = {
  path: '/recurrent/v1/payment/skip',
  repeat: 'never',
  body: 'json',
  fields: ({ task, language, paymentNumber }) => ({
    locale: language,
    taskIdentifier: needTask('payment/skip', task),
    paymentNumber,
  }),
  read: readTask,
};
