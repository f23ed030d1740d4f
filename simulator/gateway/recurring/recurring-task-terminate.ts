import { credentialParameters, languageParameter } from '../../data/parameter-table.ts';
import { refusalGroups } from '../../data/refusal-groups.ts';
import { Refused } from '../../domain/errors/refused.ts';
import type { MerchantCall, MerchantEndpoint } from '../../http/call/endpoint.ts';
import { jsonList } from '../../http/read/check-parameters.ts';
import { everyParameter } from '../../http/read/parameters.ts';
import {
  changeTask,
  findTask,
  renderTask,
  taskCall,
  taskNamed,
  taskParameters,
  taskShape,
} from './recurring-task-call.ts';

/** A task that has made all its payments stays as it is. */
const terminate = (call: MerchantCall, id: string) =>
  changeTask(call, id, (task) => (task.state === 'COMPLETED' ? task : { ...task, state: 'TERMINATED' }));

export const terminateTask: MerchantEndpoint = {
  ...taskCall,
  refuses: [...refusalGroups.task, 'parameter-missing'],
  path: '/recurrent/v1/task/terminate',
  meaning: 'Recurring tasks: ends one.',
  meaningInRussian: 'Автоплатежи: завершает задание.',
  parameters: taskParameters,
  shape: () => taskShape('TaskTerminated', { state: { kind: 'text', values: ['TERMINATED', 'COMPLETED'] } }),
  answer: async (call) => {
    const task = await terminate(call, (await findTask(call)).id);
    return { status: 'SUCCESS', task: { ...renderTask(task), state: task.state } };
  },
};

/** The documentation spells the list in two ways. */
export const batchTerminateTasks: MerchantEndpoint = {
  ...taskCall,
  refuses: [...refusalGroups.task, 'parameter-missing'],
  path: '/recurrent/v1/task/batchTerminate',
  meaning: 'Recurring tasks: ends several, or none if one of them is unknown (a guess).',
  meaningInRussian:
    'Автоплатежи: завершает несколько заданий или ни одного, если одно из них неизвестно (предположение).',
  parameters: {
    ...credentialParameters,
    ...languageParameter,
    taskIdentifiers: { kind: 'json', meaning: 'A list of identifiers.' },
    tasksIdentifiers: { kind: 'json', meaning: 'The same, as the sample spells it.' },
  },
  shape: () => ({ name: 'TasksTerminated', fields: { status: { kind: 'text', values: ['SUCCESS'] } } }),
  answer: async (call) => {
    const tasks = await Promise.all(identifiersIn(call).map((identifier) => taskNamed(call, identifier)));
    for (const { id } of tasks) await terminate(call, id);
    return { status: 'SUCCESS' };
  },
};

const identifiersIn = ({ parameters }: MerchantCall): ReturnType<typeof jsonList> => {
  const [text] = [...everyParameter(parameters, 'taskIdentifiers'), ...everyParameter(parameters, 'tasksIdentifiers')];
  if (text === undefined) throw new Refused('parameter-missing', { field: 'taskIdentifiers' });
  return jsonList(text, 'taskIdentifiers');
};
