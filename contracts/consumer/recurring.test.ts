import { fromState, type Given } from './agree.ts';
import { agreeOnCalls, type Row } from './agree-on-calls.ts';
import { agreeOnRefusals } from './agree-on-refusals.ts';
import { example, text, uuid } from './answers.ts';
import { bindingId } from './payment-answers.ts';
import { byStatus } from './refusals.ts';
import { currency, unknownCard } from './wrong-calls.ts';

const { amount, bindingId: id } = example;
const clientId = 'aida';
const stored: Given = ['a customer has a stored card', { clientId }];

type Call = Pick<Row, 'given' | 'path' | 'form' | 'isJson' | 'ask'>;

const merchantTaskUuid = 'task-1001';
const named = { task: { merchantTaskUuid } };
const taskIdentifier = { merchantTaskUuid: fromState('merchantTaskUuid', merchantTaskUuid) };
const task: Given = ['a recurring task exists', { clientId, amount }];
/** The first payment of a schedule, in the time zone of the bank. */
const since = Date.UTC(2096, 1, 1);
const till = Date.UTC(2096, 5, 1);
const zoned = text(
  '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\+\\d\\d:\\d\\d$',
  '2026-02-01T00:00:00.000+00:00',
);
const offset = text('^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\+\\d{4}$', '2026-02-01T00:00:00.000+0000');
const taskInState = (state: string, more: object = {}) => ({
  status: 'SUCCESS',
  task: {
    taskUuid: text(`^${uuid}$`, example.orderId),
    merchantTaskUuid: text('^.+$', merchantTaskUuid),
    merchantLogin: text('^.+$', 'test_user'),
    state,
    ...more,
  },
});

const ofTask = (name: 'get' | 'terminate' | 'activate'): Call => ({
  given: [task],
  path: `/recurrent/v1/task/${name}`,
  form: { taskIdentifier },
  isJson: true,
  ask: (client) => client.recurringTasks[name](named),
});

const namedTask = { taskUuid: text(`^${uuid}$`, example.orderId), merchantTaskUuid: text('^.+$', merchantTaskUuid) };

const skip = (paymentNumber: number): Call => ({
  given: [task],
  path: '/recurrent/v1/payment/skip',
  form: { taskIdentifier, paymentNumber },
  isJson: true,
  ask: (client) => client.recurringTasks.skipPayment({ ...named, paymentNumber }),
});

const newTask: Call = {
  given: [stored, ['no recurring task has this id']],
  path: '/recurrent/v1/task/create',
  form: {
    task: {
      ...taskIdentifier,
      clientId,
      bindingId: fromState('bindingId', id),
      amount,
      currency: '398',
      scheduleData: {
        scheduledSince: '2096-02-01T00:00:00.000+0000',
        scheduledTill: '2096-06-01T00:00:00.000+0000',
        timeUnit: 'MONTHS',
        value: 1,
      },
    },
  },
  isJson: true,
  ask: (client) =>
    client.recurringTasks.create({
      merchantTaskUuid,
      clientId,
      bindingId: id,
      amountMinor: amount,
      currency: '398',
      schedule: {
        since: new Date(since),
        till: new Date(till),
        every: 1,
        unit: 'MONTHS',
      },
    }),
};

agreeOnCalls({
  'for a payment every month': {
    ...newTask,
    answer: taskInState('CREATED', {
      created: zoned,
      nextPaymentDate: text('^2096-(01-31|02-01)T\\S+$', '2096-02-01T00:00:00.000+00:00'),
    }),
  },
  'for a payment every month under an id that it has used': {
    ...newTask,
    given: [stored, task],
    refusal: byStatus('1'),
  },
  'for a recurring task': {
    ...ofTask('get'),
    answer: taskInState('CREATED', {
      nextPaymentDate: zoned,
      bindingId,
      clientId,
      amount,
      currency: 398,
      attemptsHistory: [],
      scheduleData: { scheduledSince: offset, scheduledTill: offset, value: 1, timeUnit: 'MONTHS' },
    }),
  },
  'for a recurring task that does not exist': {
    ...ofTask('get'),
    given: [['no recurring task has this id']],
    refusal: byStatus('6'),
  },
  'to stop a recurring task': { ...ofTask('terminate'), answer: taskInState('TERMINATED') },
  'for a recurring task that was stopped': {
    ...ofTask('get'),
    given: [['a stopped recurring task exists']],
    answer: taskInState('TERMINATED'),
  },
  'to go on with a recurring task that was stopped': {
    ...ofTask('activate'),
    given: [['a stopped recurring task exists']],
    answer: taskInState('ACTIVE', { nextPaymentDate: zoned }),
  },
  'to go on with a recurring task that goes on': {
    ...ofTask('activate'),
    answer: taskInState('ACTIVE', { nextPaymentDate: zoned }),
  },
  'for one recurring task among others': {
    ...ofTask('get'),
    given: [
      ['a recurring task exists', { clientId, amount: 7_700 }],
      ['a recurring task exists', { clientId, amount, merchantTaskUuid }],
    ],
    form: { taskIdentifier: { merchantTaskUuid } },
    answer: { status: 'SUCCESS', task: { ...namedTask, merchantTaskUuid, state: 'CREATED', clientId, amount } },
  },
  'to change a recurring task': {
    given: [task],
    path: '/recurrent/v1/task/modify',
    form: { task: { params: { desk: 'phone' }, taskIdentifier } },
    isJson: true,
    ask: (client) => client.recurringTasks.modify({ ...named, params: { desk: 'phone' } }),
    answer: { status: 'SUCCESS', task: namedTask },
  },
  'to leave out a payment of a recurring task': {
    ...skip(1),
    answer: taskInState('CREATED', { nextPaymentDate: zoned }),
  },
  'to leave out a payment that a recurring task does not have': { ...skip(99), refusal: byStatus('5') },
  'to stop several recurring tasks': {
    given: [task],
    path: '/recurrent/v1/task/batchTerminate',
    form: { taskIdentifiers: [taskIdentifier], tasksIdentifiers: [taskIdentifier] },
    isJson: true,
    ask: (client) => client.recurringTasks.terminateAll({ tasks: [named.task] }),
    answer: { status: 'SUCCESS' },
  },
});

const bareTask = {
  form: (uuid: unknown) => ({ taskIdentifier: { merchantTaskUuid: uuid } }),
  isJson: true,
  refuses: byStatus,
  empty: '4',
} as const;

agreeOnRefusals({
  'for a payment every month': {
    ...bareTask,
    path: '/recurrent/v1/task/create',
    form: (bindingId) => ({
      task: {
        merchantTaskUuid,
        clientId,
        bindingId,
        amount,
        currency: '398',
        scheduleData: {
          scheduledSince: '2026-02-01T00:00:00.000+0000',
          scheduledTill: '2026-06-01T00:00:00.000+0000',
          timeUnit: 'MONTHS',
          value: 1,
        },
      },
    }),
    codes: { 2: unknownCard, 3: { ...currency, given: stored, id: fromState('bindingId', id) } },
  },
  'to change a recurring task': {
    ...bareTask,
    path: '/recurrent/v1/task/modify',
    form: (uuid) => ({ task: { taskIdentifier: { merchantTaskUuid: uuid }, params: { desk: 'phone' } } }),
    about: 'task',
  },
  'for a recurring task': { ...bareTask, path: '/recurrent/v1/task/get' },
  'to stop a recurring task': { ...bareTask, path: '/recurrent/v1/task/terminate', about: 'task' },
  'to go on with a recurring task': { ...bareTask, path: '/recurrent/v1/task/activate', about: 'task' },
  'to stop several recurring tasks': {
    ...bareTask,
    path: '/recurrent/v1/task/batchTerminate',
    form: (uuid) => ({ taskIdentifiers: [{ merchantTaskUuid: uuid }] }),
    about: 'task',
  },
  'to leave out a payment of a recurring task': {
    ...bareTask,
    path: '/recurrent/v1/payment/skip',
    form: (uuid) => ({ taskIdentifier: { merchantTaskUuid: uuid }, paymentNumber: 1 }),
    about: 'task',
  },
});
