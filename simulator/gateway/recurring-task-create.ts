import { isTimeUnit, paymentMoment, type RecurringTask, type TaskSchedule } from '../domain/recurring-task.ts';
import { Refused } from '../domain/refused.ts';
import { jsonObject } from '../http/check-parameters.ts';
import type { MerchantCall, MerchantEndpoint } from '../http/endpoint.ts';
import { credentialParameters, languageParameter } from '../http/parameter-table.ts';
import { wakeForTask } from '../payments/run-task.ts';
import { usableBinding } from '../payments/stored-card.ts';
import { renderTaskRefusal } from './json-answer.ts';
import { readParams } from './read-params.ts';
import { neededText, renderNext, taskDate, textIn } from './recurring-task-call.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** task/create: a stored card is charged by a schedule, without 3-D Secure. Source: BPC REST documentation, recurring tasks. */
export const createTask: MerchantEndpoint = {
  path: '/recurrent/v1/task/create',
  access: 'merchant',
  acceptsToken: false,
  body: 'json',
  parameters: {
    ...credentialParameters,
    ...languageParameter,
    merchantLogin: { kind: 'text', max: 30, meaning: 'The merchant that the task is for.' },
    task: { kind: 'json', required: true, meaning: 'The task.' },
  },
  renderRefusal: renderTaskRefusal,
  answer: async (call) => {
    const task = await readTask(call, jsonObject(call.values['task'], 'task') ?? {});
    await refuseKnown(call, task);
    await call.context.store.tasks.insert(task);
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

const refuseKnown = async ({ context }: MerchantCall, { merchant, merchantTaskId }: RecurringTask): Promise<void> => {
  const known = await context.store.tasks.ofMerchant(merchant);
  if (known.some((task) => task.merchantTaskId === merchantTaskId))
    throw new Refused('value-invalid', { field: 'merchantTaskUuid' });
};

const readTask = async ({ context, merchant }: MerchantCall, sent: JsonObject): Promise<RecurringTask> => {
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
    schedule: readSchedule(scheduleData),
    scheduledSince: neededText(scheduleData, 'scheduledSince'),
    scheduledTill: neededText(scheduleData, 'scheduledTill'),
    params: readParams(JSON.stringify(sent['params'] ?? {}), 'params'),
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
  const sinceMs = readDate(sent, 'scheduledSince');
  const tillMs = readDate(sent, 'scheduledTill');
  const unit = neededText(sent, 'timeUnit').toUpperCase();
  const value = neededText(sent, 'value');
  if (!isTimeUnit(unit)) throw new Refused('value-invalid', { field: 'timeUnit' });
  if (!/^[1-9]\d{0,5}$/.test(value)) throw new Refused('value-invalid', { field: 'value' });
  const schedule = { sinceMs, tillMs, unit, value: Number(value) };
  if (paymentMoment(schedule, 1) > tillMs) throw new Refused('value-invalid', { field: 'scheduledTill' });
  return schedule;
};

/** `yyyy-MM-ddTHH:mm:ss.SSSZ`, the zone as `+0300`, `+03:00` or `Z`. */
const readDate = (sent: JsonObject, name: string): number => {
  const ms = Date.parse(neededText(sent, name).replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  if (Number.isNaN(ms)) throw new Refused('value-invalid', { field: name });
  return ms;
};
