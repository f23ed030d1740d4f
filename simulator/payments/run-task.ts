import type { Context } from '../context.ts';
import type { Order } from '../domain/order.ts';
import { afterAttempt, nextPaymentMs, type RecurringTask, type TaskAttempt } from '../domain/recurring-task.ts';
import { Refused } from '../domain/refused.ts';
import { keepOrder, newOrder } from './keep-order.ts';
import { payWithBinding } from './stored-card.ts';

/** Makes the payment of a task that is due. Its order number follows from task and payment, so that none is made twice. */
export const runTask = (context: Context, taskId: string): Promise<void> =>
  context.inTurn(`task ${taskId}`, async () => {
    const { store, clock } = context;
    const task = await store.tasks.find(taskId);
    const dueMs = task && nextPaymentMs(task);
    if (!task || dueMs === undefined || dueMs > clock.now()) return;
    const next = await pay(context, task);
    if (await store.tasks.replace({ ...next, version: task.version + 1 })) wakeForTask(context, next);
  });

/** Sees to it that somebody is awake when a task pays next. */
export const wakeForTask = ({ wakeAt }: Context, task: RecurringTask): void => {
  const dueMs = nextPaymentMs(task);
  if (dueMs !== undefined) wakeAt(dueMs);
};

const pay = async (context: Context, task: RecurringTask): Promise<RecurringTask> => {
  const { ids, clock } = context;
  const nowMs = clock.now();
  const attempt: TaskAttempt = { id: ids.uuid(nowMs), paymentNumber: task.nextNumber, atMs: nowMs, isPaid: false };
  try {
    const order = await keepOrder(context, orderOf(context, task));
    const named = { ...attempt, orderId: order.id, orderNumber: order.orderNumber };
    const paid = await charge(context, task, order);
    return afterAttempt(task, { ...named, isPaid: paid.actionCode === 0 });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.reason === 'card-over') return { ...task, state: 'EXPIRED', updatedAtMs: nowMs };
    return afterAttempt(task, attempt);
  }
};

const orderOf = (context: Context, task: RecurringTask): Order => {
  const { clock, options, bank } = context;
  const { description, ...params } = task.params;
  return newOrder(context, {
    merchant: task.merchant,
    orderNumber: `${task.id.replaceAll('-', '').slice(0, 28)}-${task.nextNumber}`,
    amountMinor: task.amountMinor,
    currency: task.currency,
    language: bank.defaultLanguage,
    returnUrl: 'finish.html',
    expiresAtMs: clock.now() + options.sessionTimeoutSecs * 1000,
    merchantIp: '127.0.0.1',
    attemptsAllowed: 1,
    clientId: task.clientId,
    params,
    ...(description !== undefined && { description }),
  });
};

const charge = async (context: Context, { bindingId }: RecurringTask, { id, merchantIp }: Order): Promise<Order> => {
  const request = {
    orderId: id,
    bindingId,
    payerIp: merchantIp,
    makesTwoCalls: false,
    isUnattended: true,
    tii: 'R',
  } as const;
  return (await payWithBinding(context, request)).order;
};
