import { type FormFields, minorUnits } from '../../encode-form.ts';
import type { Endpoint, Repeat } from '../../endpoint.ts';
import { WrongUse } from '../../gateway-errors.ts';
import { isObject, type RawAnswer } from '../../read-answer.ts';
import type {
  NewRecurringTask,
  RecurringTaskAnswer,
  RecurringTaskChange,
  SkippedPayment,
  TaskIdentifier,
  TaskQueries,
  TaskQuery,
} from '../../recurring-task.ts';

const newTaskFields = ({ schedule, amountMinor, merchantLogin, language, ...rest }: NewRecurringTask): FormFields => {
  const { since, till, every, unit } = schedule;
  if (!Number.isSafeInteger(every) || every < 1)
    throw new WrongUse(`every must be a whole number from 1; got ${every}`);
  return {
    locale: language,
    merchantLogin,
    task: {
      ...rest,
      amount: minorUnits('amountMinor', amountMinor),
      scheduleData: {
        scheduledSince: zonedDate('since', since),
        scheduledTill: zonedDate('till', till),
        timeUnit: unit,
        value: every,
      },
    },
  };
};

/** `yyyy-MM-ddTHH:mm:ss.SSSZ`; a Date is written in UTC. */
const zonedDate = (name: string, date: Date | string): string => {
  if (typeof date === 'string') return date;
  if (Number.isNaN(date.getTime())) throw new WrongUse(`${name} is not a valid date`);
  return date.toISOString().replace('Z', '+0000');
};

const needTask = (method: string, identifier: TaskIdentifier): TaskIdentifier => {
  const { taskUuid, merchantTaskUuid } = identifier as { taskUuid?: string; merchantTaskUuid?: string };
  if (taskUuid || merchantTaskUuid) return identifier;
  throw new WrongUse(`${method} needs taskUuid or merchantTaskUuid`);
};

const readTask = ({ status, task }: RawAnswer): RecurringTaskAnswer | undefined =>
  status === 'SUCCESS' && isObject(task) && 'taskUuid' in task ? (task as unknown as RecurringTaskAnswer) : undefined;

const taskCall = <Input>(
  name: string,
  repeat: Repeat,
  fields: (input: Input) => FormFields,
): Endpoint<Input, RecurringTaskAnswer> => ({
  path: `/recurrent/v1/${name}`,
  repeat,
  body: 'json',
  fields,
  read: readTask,
});

/** A call about one existing task, with nothing but its name. */
const namedTaskCall = (name: string, repeat: Repeat) =>
  taskCall(name, repeat, ({ task, language }: TaskQuery) => ({
    locale: language,
    taskIdentifier: needTask(name, task),
  }));

/** task/create: a repeat would be refused for the task's id, so there is none. */
export const createRecurringTask = taskCall('task/create', 'never', newTaskFields);

/** task/get: all about a task, with its payments so far. */
export const getRecurringTask = namedTaskCall('task/get', 'safe');

/** task/terminate: no more payments until it is activated. */
export const terminateRecurringTask = namedTaskCall('task/terminate', 'safe');

/** task/activate: a failed or terminated task continues from now. */
export const activateRecurringTask = namedTaskCall('task/activate', 'never');

/** task/modify: another card, or other parameters. */
export const modifyRecurringTask = taskCall(
  'task/modify',
  'safe',
  ({ task, language, ...changes }: RecurringTaskChange) => ({
    locale: language,
    task: { ...changes, taskIdentifier: needTask('task/modify', task) },
  }),
);

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

/** payment/skip: leaves one payment out. */
export const skipRecurringPayment = taskCall(
  'payment/skip',
  'never',
  ({ task, language, paymentNumber }: SkippedPayment) => ({
    locale: language,
    taskIdentifier: needTask('payment/skip', task),
    paymentNumber,
  }),
);
