import type { AnswerTable } from '../../data/answer-table.ts';
import { refusalGroups } from '../../data/refusal-groups.ts';
import { withMask } from '../../domain/card.ts';
import type { RecurringTask, TaskAttempt } from '../../domain/orders/recurring-task.ts';
import type { MerchantCall, MerchantEndpoint } from '../../http/call/endpoint.ts';
import {
  findTask,
  nextFields,
  renderNext,
  renderTask,
  taskCall,
  taskDate,
  taskParameters,
  taskShape,
} from './recurring-task-call.ts';

export const getTask: MerchantEndpoint = {
  ...taskCall,
  refuses: [...refusalGroups.task],
  path: '/recurrent/v1/task/get',
  meaning: 'Recurring tasks: everything about one. The word for a declined payment is a guess.',
  meaningInRussian: 'Автоплатежи: всё о задании. Слово для отклонённого платежа — предположение.',
  parameters: taskParameters,
  shape: () => taskShape('Task', wholeFields),
  answer: async (call) => ({ status: 'SUCCESS', task: await renderWhole(call, await findTask(call)) }),
};

const attemptFields: AnswerTable = {
  paymentAttemptUuid: { kind: 'text' },
  paymentUuid: { kind: 'text' },
  state: { kind: 'text', values: ['SUCCEEDED', 'FAILED'] },
  executed: { kind: 'text' },
  technicalAttempt: { kind: 'flag' },
  orderId: { kind: 'text', optional: true },
  orderNumber: { kind: 'text', optional: true },
};

const wholeFields: AnswerTable = {
  ...nextFields,
  bindingId: { kind: 'text' },
  clientId: { kind: 'text' },
  maskedPan: { kind: 'text', optional: true },
  expiry: { kind: 'number', optional: true, meaning: 'YYYYMM.' },
  cardHolder: { kind: 'text', optional: true },
  created: { kind: 'text' },
  lastPaymentDate: { kind: 'text', optional: true },
  scheduleData: {
    kind: 'object',
    fields: {
      scheduledSince: { kind: 'text' },
      scheduledTill: { kind: 'text' },
      value: { kind: 'number' },
      timeUnit: { kind: 'text' },
    },
  },
  amount: { kind: 'number' },
  currency: { kind: 'number' },
  params: { kind: 'object', of: 'text' },
  attemptsHistory: { kind: 'list', fields: attemptFields },
};

const renderWhole = async ({ context }: MerchantCall, task: RecurringTask): Promise<object> => {
  const binding = await context.store.bindings.find(task.bindingId);
  const last = task.attempts.findLast(({ isPaid }) => isPaid);
  return {
    ...renderTask(task),
    ...renderNext(task),
    bindingId: task.bindingId,
    clientId: task.clientId,
    ...(binding && {
      maskedPan: withMask(binding.card.maskedPan, context.bank.panMask),
      expiry: Number(binding.card.expiry),
      cardHolder: binding.card.holder,
    }),
    created: taskDate(task.createdAtMs),
    ...(last && { lastPaymentDate: taskDate(last.dueMs) }),
    scheduleData: {
      scheduledSince: task.scheduledSince,
      scheduledTill: task.scheduledTill,
      value: task.schedule.value,
      timeUnit: task.schedule.unit,
    },
    amount: task.amountMinor,
    currency: Number(task.currency),
    params: task.params,
    attemptsHistory: task.attempts.map(renderAttempt),
  };
};

/** A declined payment is FAILED, by analogy with the documented SUCCEEDED. */
const renderAttempt = ({ id, atMs, isPaid, orderId, orderNumber }: TaskAttempt): object => ({
  paymentAttemptUuid: id,
  paymentUuid: id,
  state: isPaid ? 'SUCCEEDED' : 'FAILED',
  executed: taskDate(atMs),
  technicalAttempt: false,
  ...(orderId !== undefined && { orderId }),
  ...(orderNumber !== undefined && { orderNumber }),
});
