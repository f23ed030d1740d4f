import type { MerchantContext } from '../../context.ts';
import { Refused } from '../../domain/errors/refused.ts';
import { nextDueMs } from '../../domain/orders/due.ts';
import type { Order } from '../../domain/orders/order.ts';
import {
  afterAttempt,
  nextPaymentMs,
  type RecurringTask,
  type TaskAttempt,
} from '../../domain/orders/recurring-task.ts';
import { paymentMoment } from '../../domain/orders/task-schedule.ts';
import { payWithBinding, usableBinding } from '../cards/stored-card.ts';
import { findCurrentOrder } from './current-order.ts';
import { newOrder, ownResultPage } from './keep-order.ts';
import { withFirstActs } from './plan-acts.ts';
import { reportChange } from './report-change.ts';

/**
 * Makes the due payment of a task; false while another process makes it. Its order number follows from task and payment, so
 * that none is made twice.
 */
export const runTask = async (context: MerchantContext, taskId: string): Promise<boolean> => {
  const work = `task ${taskId}`;
  return (await context.alone(work, () => context.runExclusive(work, () => payIfDue(context, taskId)))) !== undefined;
};

const payIfDue = async (context: MerchantContext, taskId: string): Promise<void> => {
  const { store, clock } = context;
  const task = await store.tasks.find(taskId);
  const dueMs = task && nextPaymentMs(task);
  if (!task || dueMs === undefined || dueMs > clock.now()) return;
  const next = await pay(context, task);
  if (await store.tasks.replace({ ...next, version: task.version + 1 })) wakeForTask(context, next);
};

export const wakeForTask = ({ wakeAt }: MerchantContext, task: RecurringTask): void => {
  const dueMs = nextPaymentMs(task);
  if (dueMs !== undefined) wakeAt(dueMs);
};

const pay = async (context: MerchantContext, task: RecurringTask): Promise<RecurringTask> => {
  const { ids, clock } = context;
  const atMs = clock.now();
  const { schedule, nextNumber: paymentNumber } = task;
  const dueMs = paymentMoment(schedule, paymentNumber);
  const attempt: TaskAttempt = { id: ids.uuid(atMs), paymentNumber, dueMs, atMs, isPaid: false };
  const refusal = await refusalOf(usableBinding(context, task, task.bindingId));
  if (refusal?.reason === 'card-over') return { ...task, state: 'EXPIRED', updatedAtMs: atMs };
  if (refusal) return afterAttempt(task, attempt);
  const { id: orderId, orderNumber, actionCode } = await chargedOrder(context, task);
  return afterAttempt(task, { ...attempt, isPaid: actionCode === 0, orderId, orderNumber });
};

/** The refusal of a call, if it was refused. */
const refusalOf = async (work: Promise<unknown>): Promise<Refused | undefined> => {
  try {
    await work;
    return undefined;
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
};

/** The order of the next payment after its charge; an order of an earlier, interrupted try is used again. */
const chargedOrder = async (context: MerchantContext, task: RecurringTask): Promise<Order> => {
  const { store, wakeAt, log } = context;
  const fresh = await orderOf(context, task);
  const older = await store.orders.insert(fresh);
  if (!older) reportChange(context, undefined, fresh);
  const order = older ?? fresh;
  wakeAt(nextDueMs(order) ?? order.expiresAtMs);
  const { id: orderId, merchantIp: payerIp } = order;
  const request = {
    order,
    bindingId: task.bindingId,
    payerIp,
    makesTwoCalls: false,
    isUnattended: true,
    tii: 'R',
  } as const;
  const refusal = await refusalOf(payWithBinding(context, request));
  if (refusal) log.info({ taskId: task.id, orderId, reason: refusal.reason }, 'a recurring payment was refused');
  return (await findCurrentOrder(context, orderId)) ?? order;
};

const orderOf = async (context: MerchantContext, task: RecurringTask): Promise<Order> => {
  const { clock, options, merchant } = context;
  const { description, ...params } = task.params;
  const { bank } = merchant;
  const nowMs = clock.now();
  const order = newOrder(context, {
    merchant: task.merchant,
    orderNumber: `${task.id.replaceAll('-', '').slice(0, 24)}-${task.nextNumber}`,
    amountMinor: task.amountMinor,
    currency: task.currency,
    language: task.language,
    returnUrl: ownResultPage,
    registeredAtMs: nowMs,
    expiresAtMs: nowMs + options.sessionTimeoutSecs * 1000,
    merchantIp: task.merchantIp,
    attemptsAllowed: 1,
    clientId: task.clientId,
    onlyBindingId: task.bindingId,
    params,
    ...(description !== undefined && { description }),
    ...(bank !== undefined && { bank }),
  });
  return withFirstActs(context, order);
};
