import type { Context } from '../../context.ts';
import type { AnswerShape, AnswerTable } from '../../data/answer-table.ts';
import { credentialParameters, languageParameter, type ParameterTable } from '../../data/parameter-table.ts';
import { Refused } from '../../domain/errors/refused.ts';
import { isMerchantNamed } from '../../domain/merchant-name.ts';
import { nextPaymentMs, type RecurringTask, taskStates } from '../../domain/orders/recurring-task.ts';
import type { MerchantCall } from '../../http/call/endpoint.ts';
import { jsonObject } from '../../http/read/check-parameters.ts';
import { refuseUnknownOutcome } from '../../payments/orders/refuse-unknown-outcome.ts';
import { changeRow } from '../../store/change-row.ts';
import { renderTaskRefusal } from '../answers/render-json-refusal.ts';
import { readParams } from '../orders/read-params.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** How a task is named: by the gateway's id, or by the merchant's. */
export const taskIdentifierFields = {
  taskUuid: { kind: 'text', meaning: "The gateway's id of the task." },
  merchantTaskUuid: { kind: 'text', meaning: "The merchant's own id of the task." },
  merchantLogin: { kind: 'text', meaning: 'The merchant that the task is for.' },
} as const satisfies ParameterTable;

/** Parameters of the calls that name a task. Source: BPC REST documentation, recurring tasks. */
export const taskParameters = {
  ...credentialParameters,
  ...languageParameter,
  taskIdentifier: {
    kind: 'json',
    required: true,
    meaning: 'taskUuid, or merchantTaskUuid.',
    fields: taskIdentifierFields,
  },
} as const satisfies ParameterTable;

/** Shared by all calls of recurring tasks. */
export const taskCall = {
  source: 'bpc-rest',
  access: 'merchant',
  permission: 'stored-cards',
  body: 'json',
  renderRefusal: renderTaskRefusal,
} as const;

/** A text or number of a JSON object as text; undefined if it is absent or of another type. */
export const textIn = (object: JsonObject, name: string): string | undefined => {
  const value = object[name];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
};

export const neededText = (object: JsonObject, name: string): string => {
  const text = textIn(object, name);
  if (text === undefined) throw new Refused('parameter-missing', { field: name });
  return text;
};

/** The task that an identifier names, by the gateway's id or by the merchant's. @throws Refused if there is none. */
export const taskNamed = async (call: MerchantCall, identifier: JsonObject): Promise<RecurringTask> => {
  const { context, merchant } = call;
  refuseOtherLogin(call, textIn(identifier, 'merchantLogin'));
  const taskUuid = textIn(identifier, 'taskUuid');
  const merchantTaskUuid = textIn(identifier, 'merchantTaskUuid');
  const { tasks } = context.store;
  const task =
    taskUuid !== undefined
      ? await tasks.find(taskUuid)
      : (await tasks.ofMerchant(merchant.login)).find(({ merchantTaskId }) => merchantTaskId === merchantTaskUuid);
  if (task?.merchant !== merchant.login) throw new Refused('task-not-found');
  return task;
};

/** The permission for another merchant's tasks is not imitated. */
export const refuseOtherLogin = ({ merchant }: MerchantCall, login: string | undefined): void => {
  if (login !== undefined && !isMerchantNamed(merchant.login, login)) throw new Refused('access-denied');
};

/** `params` of a task; they become those of its orders. @throws Refused if `scenario` names none. */
export const readTaskParams = async (context: Context, sent: JsonObject): Promise<RecurringTask['params']> => {
  const params = readParams(JSON.stringify(sent['params'] ?? {}), 'params');
  if (params['scenario'] !== undefined) await refuseUnknownOutcome(context, params['scenario']);
  return params;
};

/** The task of a call. */
export const findTask = (call: MerchantCall): Promise<RecurringTask> =>
  taskNamed(call, jsonObject(call.values['taskIdentifier'], 'taskIdentifier') ?? {});

/** Changes a task after all earlier changes. */
export const changeTask = (
  { context: { clock, runExclusive, store } }: MerchantCall,
  id: string,
  change: (task: RecurringTask) => RecurringTask,
): Promise<RecurringTask> =>
  runExclusive(`task ${id}`, () =>
    changeRow(store.tasks, id, 'task-not-found', (task) => ({ ...change(task), updatedAtMs: clock.now() })),
  );

/** `2024-01-24T10:23:35.434+00:00`. Source: samples of the BPC REST documentation; there with the zone of the bank. */
export const taskDate = (ms: number): string => new Date(ms).toISOString().replace('Z', '+00:00');

/** The first fields of every answer about a task. */
export const renderTask = (task: RecurringTask): object => ({
  updated: taskDate(task.updatedAtMs),
  merchantLogin: task.merchant,
  taskUuid: task.id,
  merchantTaskUuid: task.merchantTaskId,
});

export const renderNext = (task: RecurringTask): object => {
  const nextMs = nextPaymentMs(task);
  return { state: task.state, ...(nextMs !== undefined && { nextPaymentDate: taskDate(nextMs) }) };
};

/** The fields of `renderTask`. */
const taskFields: AnswerTable = {
  updated: { kind: 'text' },
  merchantLogin: { kind: 'text' },
  taskUuid: { kind: 'text' },
  merchantTaskUuid: { kind: 'text' },
};

/** The fields of `renderNext`. */
export const nextFields: AnswerTable = {
  state: { kind: 'text', values: taskStates },
  nextPaymentDate: { kind: 'text', optional: true },
};

/** An answer about a task; `more` follows the first fields. */
export const taskShape = (name: string, more: AnswerTable, begin: AnswerTable = taskFields): AnswerShape => ({
  name,
  fields: {
    status: { kind: 'text', values: ['SUCCESS'] },
    task: { kind: 'object', fields: { ...begin, ...more } },
  },
});
