import { credentialParameters, languageParameter, type ParameterTable } from '../../data/parameter-table.ts';
import { refusalGroups } from '../../data/refusal-groups.ts';
import { Refused } from '../../domain/errors/refused.ts';
import type { MerchantEndpoint } from '../../http/call/endpoint.ts';
import { jsonObject } from '../../http/read/check-parameters.ts';
import { usableBinding } from '../../payments/cards/stored-card.ts';
import {
  changeTask,
  readTaskParams,
  renderTask,
  taskCall,
  taskIdentifierFields,
  taskNamed,
  taskShape,
  textIn,
} from './recurring-task-call.ts';

const changeFields = {
  taskIdentifier: { kind: 'json', required: true, meaning: 'Which task.', fields: taskIdentifierFields },
  clientId: { kind: 'text', meaning: "The shop's id of the payer." },
  bindingId: { kind: 'text', meaning: 'Id of the stored card.' },
  params: { kind: 'json', meaning: 'Those of its orders.' },
} as const satisfies ParameterTable;

export const modifyTask: MerchantEndpoint = {
  ...taskCall,
  refuses: [...refusalGroups.task, ...refusalGroups.storedCard, ...refusalGroups.outcome],
  path: '/recurrent/v1/task/modify',
  meaning: 'Recurring tasks: another stored card or parameters.',
  meaningInRussian: 'Автоплатежи: другая связка или параметры.',
  parameters: {
    ...credentialParameters,
    ...languageParameter,
    task: { kind: 'json', required: true, meaning: 'What changes, and `taskIdentifier`.', fields: changeFields },
  },
  shape: () => taskShape('TaskModified', {}),
  answer: async (call) => {
    const sent = jsonObject(call.values['task'], 'task') ?? {};
    const identifier = jsonObject(JSON.stringify(sent['taskIdentifier'] ?? null), 'taskIdentifier');
    if (!identifier) throw new Refused('parameter-missing', { field: 'taskIdentifier' });
    const task = await taskNamed(call, identifier);
    const clientId = textIn(sent, 'clientId');
    const bindingId = textIn(sent, 'bindingId') ?? task.bindingId;
    const binding = await usableBinding(call.context, { merchant: call.merchant.login, clientId }, bindingId);
    const params = await readTaskParams(call.context, sent);
    const changed = await changeTask(call, task.id, (latest) => ({
      ...latest,
      bindingId: binding.id,
      clientId: binding.clientId,
      params: { ...latest.params, ...params },
    }));
    return { status: 'SUCCESS', task: renderTask(changed) };
  },
};
