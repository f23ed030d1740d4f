import { fromState, type Given } from './agree.ts';
import { agreeOnCalls, type Row } from './agree-on-calls.ts';
import { example, success, text, uuid } from './answers.ts';
import { bindingId, nestedStatus, orderId } from './payment-answers.ts';
import { byNumber, byStatus, ofCharge } from './refusals.ts';

const { amount, bindingId: id, orderNumber } = example;
const clientId = 'aida';
const stored: Given = ['a customer has a stored card', { clientId }];
const poor: Given = ['a customer has a stored card', { clientId, actionCode: 116 }];
const free: Given = ['an order number is free'];
const used: Given = ['a registered order exists', { amount }];

const off: Given = ['a customer has a stored card that is switched off', { clientId }];
const byCard = { paymentWay: 'CARD_BINDING', clientId };

const charge = { orderNumber, bindingId: id, amountMinor: amount };
const chargeForm = {
  orderNumber: fromState('orderNumber', orderNumber),
  bindingId: fromState('bindingId', id),
  amount,
  preAuth: false,
};

const recurrent: Pick<Row, 'given' | 'path' | 'form' | 'isJson' | 'ask'> = {
  given: [stored, free],
  path: '../recurrentPayment.do',
  form: chargeForm,
  isJson: true,
  ask: (client) => client.bindings.payRecurrent(charge),
};
const instalment: typeof recurrent = {
  ...recurrent,
  path: '../installmentPayment.do',
  ask: (client) => client.bindings.payInstallment(charge),
};

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

const ofTask = (name: 'get' | 'terminate' | 'activate'): typeof recurrent => ({
  given: [task],
  path: `/recurrent/v1/task/${name}`,
  form: { taskIdentifier },
  isJson: true,
  ask: (client) => client.recurringTasks[name](named),
});

const namedTask = { taskUuid: text(`^${uuid}$`, example.orderId), merchantTaskUuid: text('^.+$', merchantTaskUuid) };

const skip = (paymentNumber: number): typeof recurrent => ({
  given: [task],
  path: '/recurrent/v1/payment/skip',
  form: { taskIdentifier, paymentNumber },
  isJson: true,
  ask: (client) => client.recurringTasks.skipPayment({ ...named, paymentNumber }),
});

const newTask: typeof recurrent = {
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
  'for one more payment of a subscription': {
    ...recurrent,
    answer: { success: true, data: { orderId }, orderStatus: nestedStatus(amount, byCard) },
  },
  'for one more payment of a subscription under a number that it has used': {
    ...recurrent,
    given: [stored, used],
    refusal: ofCharge('10'),
  },
  'for one more payment of a subscription with a card that is declined': {
    ...recurrent,
    given: [poor, free],
    refusal: ofCharge('1'),
  },
  'for one more payment of a subscription with a card that does not exist': {
    ...recurrent,
    given: [['no stored card has this id'], free],
    refusal: ofCharge('1'),
  },
  'for one more payment of a subscription with a card that is switched off': {
    ...recurrent,
    given: [off, free],
    refusal: ofCharge('1'),
  },
  'for one more instalment with a card that is switched off': {
    ...instalment,
    given: [off, free],
    refusal: byNumber(2, { error: true }),
  },
  'for one more instalment': {
    ...instalment,
    answer: { errorCode: 0, errorMessage: success, error: false, orderId, orderStatus: nestedStatus(amount, byCard) },
  },
  // Not refused: only the status shows the decline.
  'for one more instalment with a card that is declined': {
    ...instalment,
    given: [poor, free],
    answer: {
      errorCode: 0,
      error: false,
      orderId,
      orderStatus: nestedStatus(amount, { ...byCard, orderStatus: 6, actionCode: 116 }),
    },
  },
  'for one more instalment under a number that it has used': {
    ...instalment,
    given: [stored, used],
    refusal: byNumber(1, { error: true }),
  },
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
