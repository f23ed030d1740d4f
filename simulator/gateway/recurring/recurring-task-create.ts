import { textLanguageOf } from '../../data/page-languages.ts';
import { credentialParameters, languageParameter, type ParameterTable } from '../../data/parameter-table.ts';
import { refusalGroups } from '../../data/refusal-groups.ts';
import { Refused } from '../../domain/errors/refused.ts';
import type { RecurringTask } from '../../domain/orders/recurring-task.ts';
import { hasPayment, type TaskSchedule, timeUnitOf } from '../../domain/orders/task-schedule.ts';
import type { MerchantCall, MerchantEndpoint } from '../../http/call/endpoint.ts';
import { jsonObject } from '../../http/read/check-parameters.ts';
import { usableBinding } from '../../payments/cards/stored-card.ts';
import { wakeForTask } from '../../payments/orders/run-task.ts';
import {
  neededText,
  nextFields,
  readTaskParams,
  refuseOtherLogin,
  renderNext,
  taskCall,
  taskDate,
  taskShape,
  textIn,
} from './recurring-task-call.ts';
import { readZonedDate } from './zoned-date.ts';

type JsonObject = Readonly<Record<string, unknown>>;

const scheduleFields = {
  scheduledSince: { kind: 'text', required: true, meaning: 'yyyy-MM-ddTHH:mm:ss.SSSZ: the first payment.' },
  scheduledTill: { kind: 'text', required: true, meaning: 'Every payment lies before this.' },
  value: { kind: 'digits', required: true, meaning: 'How many units lie between two payments.' },
  timeUnit: { kind: 'text', required: true, meaning: 'DAYS, MONTHS, ...' },
} as const satisfies ParameterTable;

/** The fields of `readTask`. */
const taskFields = {
  merchantTaskUuid: { kind: 'text', required: true, meaning: "The merchant's own id of the task." },
  amount: { kind: 'amount', required: true, meaning: 'Amount in minor units.' },
  currency: { kind: 'digits', meaning: 'ISO 4217 numeric.' },
  clientId: { kind: 'text', meaning: "The shop's id of the payer." },
  bindingId: { kind: 'text', required: true, meaning: 'Id of the stored card.' },
  scheduleData: { kind: 'json', required: true, meaning: 'When it pays.', fields: scheduleFields },
  params: { kind: 'json', meaning: 'Those of its orders.' },
} as const satisfies ParameterTable;

export const createTask: MerchantEndpoint = {
  ...taskCall,
  refuses: [
    'access-denied',
    'json-invalid',
    'task-exists',
    'amount-invalid',
    'currency-unknown',
    'value-invalid',
    ...refusalGroups.storedCard,
    ...refusalGroups.outcome,
  ],
  path: '/recurrent/v1/task/create',
  meaning:
    'Recurring tasks: creates one; its payments are made by the clock. Missed payments are not made later, which is a guess.',
  meaningInRussian:
    'Автоплатежи: создаёт задание; платежи проводят часы. Пропущенные платежи потом не проводятся, это предположение.',
  parameters: {
    ...credentialParameters,
    ...languageParameter,
    merchantLogin: { kind: 'text', max: 30, meaning: 'The merchant that the task is for.' },
    task: { kind: 'json', required: true, meaning: 'The task.', fields: taskFields },
  },
  shape: () =>
    taskShape(
      'TaskCreated',
      { ...nextFields, merchantTaskUuid: { kind: 'text' } },
      { created: { kind: 'text' }, merchantLogin: { kind: 'text' }, taskUuid: { kind: 'text' } },
    ),
  answer: async (call) => {
    refuseOtherLogin(call, call.values['merchantLogin']);
    const task = await readTask(call, jsonObject(call.values['task'], 'task') ?? {});
    if (!(await call.context.store.tasks.insert(task))) throw new Refused('task-exists');
    wakeForTask(call.context, task);
    const { createdAtMs, merchant, id, merchantTaskId } = task;
    return {
      status: 'SUCCESS',
      task: {
        created: taskDate(createdAtMs),
        merchantLogin: merchant,
        taskUuid: id,
        ...renderNext(task),
        merchantTaskUuid: merchantTaskId,
      },
    };
  },
};

const readTask = async (call: MerchantCall, sent: JsonObject): Promise<RecurringTask> => {
  const { context, merchant, language, ip } = call;
  const nowMs = context.clock.now();
  const merchantTaskId = neededText(sent, 'merchantTaskUuid');
  const amount = neededText(sent, 'amount');
  if (!/^\d{1,12}$/.test(amount) || Number(amount) === 0) throw new Refused('amount-invalid');
  const currency = (textIn(sent, 'currency') ?? context.bank.currency).padStart(3, '0');
  if (!context.bank.currencies.includes(currency)) throw new Refused('currency-unknown', { value: currency });
  const binding = await usableBinding(
    context,
    { merchant: merchant.login, clientId: textIn(sent, 'clientId') },
    neededText(sent, 'bindingId'),
  );
  const scheduleData = objectIn(sent, 'scheduleData');
  return {
    id: context.ids.uuid(nowMs),
    version: 1,
    merchant: merchant.login,
    merchantTaskId,
    state: 'CREATED',
    bindingId: binding.id,
    clientId: binding.clientId,
    amountMinor: Number(amount),
    currency,
    language: textLanguageOf(language),
    merchantIp: ip,
    schedule: readSchedule(scheduleData),
    scheduledSince: neededText(scheduleData, 'scheduledSince'),
    scheduledTill: neededText(scheduleData, 'scheduledTill'),
    params: await readTaskParams(context, sent),
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
    nextNumber: 1,
    skipped: [],
    failures: 0,
    attempts: [],
  };
};

const objectIn = (object: JsonObject, name: string): JsonObject => {
  const value = object[name];
  if (value === undefined) throw new Refused('parameter-missing', { field: name });
  return jsonObject(JSON.stringify(value), name) ?? {};
};

const readSchedule = (sent: JsonObject): TaskSchedule => {
  const since = readZonedDate(neededText(sent, 'scheduledSince'), 'scheduledSince');
  const till = readZonedDate(neededText(sent, 'scheduledTill'), 'scheduledTill');
  const unit = timeUnitOf(neededText(sent, 'timeUnit'));
  const value = neededText(sent, 'value');
  if (!unit) throw new Refused('value-invalid', { field: 'timeUnit' });
  if (!/^[1-9]\d{0,5}$/.test(value)) throw new Refused('value-invalid', { field: 'value' });
  const { ms: sinceMs, utcOffsetMinutes } = since;
  const schedule = { sinceMs, tillMs: till.ms, utcOffsetMinutes, unit, value: Number(value) };
  if (!hasPayment(schedule, 1)) throw new Refused('value-invalid', { field: 'scheduledTill' });
  return schedule;
};
