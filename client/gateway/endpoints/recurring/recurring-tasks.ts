import { type Check, fields } from '../../../options/check.ts';
import { date, listOf, minorUnits, text, textOr, texts, wholeNumber } from '../../../options/checks.ts';
import { type FormFields, minorUnits as needMinorUnits } from '../../encode-form.ts';
import type { KnownEndpoint, Repeat } from '../../endpoint.ts';
import { WrongUse } from '../../gateway-errors.ts';
import { currency, parameters } from '../../order-checks.ts';
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

const task = fields<TaskIdentifier>(parameters)({ taskUuid: text, merchantTaskUuid: text, merchantLogin: text });

const taskQuery = { task, language: text };

const newTask = fields<NewRecurringTask>(parameters)({
  merchantTaskUuid: text,
  clientId: text,
  bindingId: text,
  amountMinor: minorUnits,
  currency,
  schedule: fields<NewRecurringTask['schedule']>({ ...parameters, needs: ['since', 'till', 'every', 'unit'] })({
    since: textOr(text, date),
    till: textOr(text, date),
    every: wholeNumber(1),
    unit: text,
  }),
  params: texts(),
  merchantLogin: text,
  language: text,
});

const newTaskFields = ({ schedule, amountMinor, merchantLogin, language, ...rest }: NewRecurringTask): FormFields => {
  const { since, till, every, unit } = schedule;
  return {
    locale: language,
    merchantLogin,
    task: {
      ...rest,
      amount: needMinorUnits('amountMinor', amountMinor),
      scheduleData: {
        scheduledSince: zonedDate(since),
        scheduledTill: zonedDate(till),
        timeUnit: unit,
        value: every,
      },
    },
  };
};

/** `yyyy-MM-ddTHH:mm:ss.SSSZ`; a Date is written in UTC. */
const zonedDate = (date: Date | string): string => {
  if (typeof date === 'string') return date;
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
  input: Check<Input>,
  toFields: (input: Input) => FormFields,
): KnownEndpoint<Input, RecurringTaskAnswer> => ({
  path: `/recurrent/v1/${name}`,
  repeat,
  body: 'json',
  input,
  fields: toFields,
  read: readTask,
});

/** A call about one existing task, with nothing but its name. */
const namedTaskCall = (name: string, repeat: Repeat) =>
  taskCall(name, repeat, fields<TaskQuery>(parameters)(taskQuery), ({ task, language }) => ({
    locale: language,
    taskIdentifier: needTask(name, task),
  }));

/** task/create: a repeat would be refused for the task's id, so there is none. */
export const createRecurringTask = taskCall('task/create', 'never', newTask, newTaskFields);

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
  fields<RecurringTaskChange>(parameters)({ ...taskQuery, bindingId: text, clientId: text, params: texts() }),
  ({ task, language, ...changes }) => ({
    locale: language,
    task: { ...changes, taskIdentifier: needTask('task/modify', task) },
  }),
);

/** task/batchTerminate: several at once. The manual spells the list in two ways, so both are sent. */
export const terminateRecurringTasks: KnownEndpoint<TaskQueries, true> = {
  path: '/recurrent/v1/task/batchTerminate',
  repeat: 'safe',
  body: 'json',
  input: fields<TaskQueries>(parameters)({ tasks: listOf(task), language: text }),
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
  fields<SkippedPayment>(parameters)({ ...taskQuery, paymentNumber: wholeNumber(1) }),
  ({ task, language, paymentNumber }) => ({
    locale: language,
    taskIdentifier: needTask('payment/skip', task),
    paymentNumber,
  }),
);
