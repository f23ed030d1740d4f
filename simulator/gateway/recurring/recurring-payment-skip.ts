import { refusalGroups } from '../../data/refusal-groups.ts';
import { Refused } from '../../domain/errors/refused.ts';
import { movedOn, nextPaymentMs, type RecurringTask } from '../../domain/orders/recurring-task.ts';
import { hasPayment } from '../../domain/orders/task-schedule.ts';
import type { MerchantEndpoint } from '../../http/call/endpoint.ts';
import { wakeForTask } from '../../payments/orders/run-task.ts';
import {
  changeTask,
  findTask,
  nextFields,
  renderNext,
  renderTask,
  taskCall,
  taskParameters,
  taskShape,
} from './recurring-task-call.ts';

export const skipPayment: MerchantEndpoint = {
  ...taskCall,
  refuses: [...refusalGroups.task, 'task-over'],
  path: '/recurrent/v1/payment/skip',
  meaning: 'Recurring tasks: leaves one payment out.',
  meaningInRussian: 'Автоплатежи: пропускает один платёж.',
  parameters: {
    ...taskParameters,
    paymentNumber: { kind: 'digits', required: true, max: 6, meaning: 'Which payment, counted from 1.' },
  },
  shape: () => taskShape('TaskActivated', nextFields),
  answer: async (call) => {
    const { id } = await findTask(call);
    const number = Number(call.values['paymentNumber']);
    const task = await changeTask(call, id, (latest) => skip(latest, number));
    wakeForTask(call.context, task);
    return { status: 'SUCCESS', task: { ...renderTask(task), ...renderNext(task) } };
  },
};

const skip = (task: RecurringTask, number: number): RecurringTask => {
  if (nextPaymentMs(task) === undefined) throw new Refused('task-over', { value: task.state });
  if (number < task.nextNumber || !hasPayment(task.schedule, number))
    throw new Refused('value-invalid', { field: 'paymentNumber' });
  const skipping = { ...task, skipped: [...task.skipped, number] };
  return number === task.nextNumber ? movedOn(skipping, 0) : skipping;
};
