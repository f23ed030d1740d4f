import { refusalGroups } from '../../data/refusal-groups.ts';
import { Refused } from '../../domain/errors/refused.ts';
import { movedOn, nextPaymentMs, type RecurringTask } from '../../domain/orders/recurring-task.ts';
import type { MerchantEndpoint } from '../../http/call/endpoint.ts';
import { usableBinding } from '../../payments/cards/stored-card.ts';
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

export const activateTask: MerchantEndpoint = {
  ...taskCall,
  refuses: [...refusalGroups.task, ...refusalGroups.storedCard, 'task-over'],
  path: '/recurrent/v1/task/activate',
  meaning:
    'Recurring tasks: starts one again. The form of a refusal, and that three failures switch a task off, are guesses.',
  meaningInRussian:
    'Автоплатежи: снова запускает задание. Вид отказа и то, что задание выключают три неудачи, — предположения.',
  parameters: taskParameters,
  shape: () => taskShape('TaskActivated', nextFields),
  answer: async (call) => {
    const { id, bindingId, ...facts } = await findTask(call);
    await usableBinding(call.context, facts, bindingId);
    const nowMs = call.context.clock.now();
    const task = await changeTask(call, id, (latest) => activate(latest, nowMs));
    wakeForTask(call.context, task);
    return { status: 'SUCCESS', task: { ...renderTask(task), ...renderNext(task) } };
  },
};

/** Payments missed meanwhile are not made later. */
const activate = (task: RecurringTask, nowMs: number): RecurringTask => {
  if (task.state === 'COMPLETED') throw new Refused('task-over', { value: task.state });
  const active: RecurringTask = { ...task, state: 'ACTIVE', failures: 0 };
  const nextMs = nextPaymentMs(active);
  return nextMs !== undefined && nextMs > nowMs ? active : movedOn(active, nowMs);
};
