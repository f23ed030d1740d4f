import test from 'ava';
import { paymentMoment } from '../../simulator/domain/recurring-task.ts';
import { cardForActionCode } from '../../simulator/issuer/code-range.ts';
import { plainCard } from '../helpers/pay.ts';
import { type Json, simulatorFor, startMs, type TestSimulator } from '../helpers/simulator.ts';
import { storedCard } from '../helpers/stored-card.ts';

const hour = 3_600_000;
const day = 24 * hour;

const ask = (simulator: TestSimulator, call: string, fields: object) => simulator.json(`/recurrent/v1/${call}`, fields);

const create = async (simulator: TestSimulator, task: object = {}, schedule: object = {}): Promise<Json> =>
  ask(simulator, 'task/create', {
    locale: 'en',
    task: {
      merchantTaskUuid: 'M-1',
      clientId: 'aida',
      bindingId: await storedCard(simulator, plainCard),
      amount: 100,
      currency: 398,
      params: { description: 'Gold plan', phone: '7010000000' },
      scheduleData: {
        value: '1',
        timeUnit: 'DAYS',
        scheduledSince: '2026-01-02T00:00:00.000+0500',
        scheduledTill: '2026-01-05T00:00:00.000+0500',
        ...schedule,
      },
      ...task,
    },
  });

const get = async (simulator: TestSimulator, merchantTaskUuid = 'M-1'): Promise<Json> =>
  (await ask(simulator, 'task/get', { taskIdentifier: { merchantTaskUuid } }))['task'];

test('creates a task that pays first when its schedule begins', async (t) => {
  const simulator = await simulatorFor(t);

  const answer = await create(simulator);

  t.is(answer['status'], 'SUCCESS');
  const { taskUuid, ...task } = answer['task'];
  t.regex(taskUuid, /^[0-9a-f-]{36}$/);
  t.deepEqual(task, {
    created: '2026-01-01T08:00:00.000+00:00',
    merchantLogin: 'test_user',
    state: 'CREATED',
    nextPaymentDate: '2026-01-01T19:00:00.000+00:00',
    merchantTaskUuid: 'M-1',
  });
});

test('pays by the clock, once for each day, until the schedule ends', async (t) => {
  const simulator = await simulatorFor(t);
  await create(simulator);
  await simulator.clock.advance(10 * hour);
  t.deepEqual((await get(simulator))['attemptsHistory'], []);

  await simulator.clock.advance(2 * hour);
  const first = await get(simulator);
  await simulator.clock.advance(10 * day);
  const last = await get(simulator);

  t.like(first, {
    state: 'ACTIVE',
    lastPaymentDate: '2026-01-01T19:00:00.000+00:00',
    nextPaymentDate: '2026-01-02T19:00:00.000+00:00',
  });
  t.is(last['state'], 'COMPLETED');
  t.false('nextPaymentDate' in last);
  t.deepEqual(
    last['attemptsHistory'].map(({ state, executed, technicalAttempt }: Json) => [state, executed, technicalAttempt]),
    [1, 2, 3, 4].map((date) => ['SUCCEEDED', `2026-01-0${date}T19:00:00.000+00:00`, false]),
  );
  const orders = await Promise.all(last['attemptsHistory'].map(({ orderId }: Json) => simulator.status(orderId)));
  for (const order of orders) {
    t.like(order, { orderStatus: 2, amount: 100, tii: 'R', paymentWay: 'CARD_BINDING', orderDescription: 'Gold plan' });
  }
  t.is(new Set(orders.map((order) => (order as Json)['orderNumber'])).size, 4);
});

test('shows the whole task, with the numbers and texts of the manual`s sample', async (t) => {
  const simulator = await simulatorFor(t);
  await create(simulator);

  t.like(await get(simulator), {
    clientId: 'aida',
    maskedPan: '444455**3333',
    expiry: 203412,
    amount: 100,
    currency: 398,
    params: { description: 'Gold plan', phone: '7010000000' },
    scheduleData: {
      scheduledSince: '2026-01-02T00:00:00.000+0500',
      scheduledTill: '2026-01-05T00:00:00.000+0500',
      value: 1,
      timeUnit: 'DAYS',
    },
  });
});

test('three failures in a row switch a task off; it can be switched on again', async (t) => {
  const simulator = await simulatorFor(t);
  const bindingId = await storedCard(simulator, { pan: cardForActionCode(116) });
  await create(simulator, { bindingId }, { scheduledTill: '2026-02-05T00:00:00.000+0500' });
  await simulator.clock.advance(10 * day);

  const failed = await get(simulator);
  const taskIdentifier = { merchantTaskUuid: 'M-1', merchantLogin: 'test_user' };
  const activated = await ask(simulator, 'task/activate', { taskIdentifier });

  t.is(failed['state'], 'FAILED');
  t.deepEqual(
    failed['attemptsHistory'].map(({ state }: Json) => state),
    ['FAILED', 'FAILED', 'FAILED'],
  );
  t.like(activated, { status: 'SUCCESS', task: { state: 'ACTIVE', nextPaymentDate: '2026-01-11T19:00:00.000+00:00' } });
  await simulator.clock.advance(day);
  t.is((await get(simulator))['attemptsHistory'].length, 4);
});

test('pays no more once it is terminated, alone or with others', async (t) => {
  const simulator = await simulatorFor(t);
  const { task } = await create(simulator);
  await create(simulator, { merchantTaskUuid: 'M-2' });
  const { taskUuid } = task;

  const one = await ask(simulator, 'task/terminate', { taskIdentifier: { taskUuid } });
  const all = await ask(simulator, 'task/batchTerminate', {
    tasksIdentifiers: [{ taskUuid }, { merchantTaskUuid: 'M-2' }],
  });
  await simulator.clock.advance(10 * day);

  t.like(one, { status: 'SUCCESS', task: { taskUuid, state: 'TERMINATED', merchantTaskUuid: 'M-1' } });
  t.deepEqual(all, { status: 'SUCCESS' });
  for (const name of ['M-1', 'M-2']) t.like(await get(simulator, name), { state: 'TERMINATED', attemptsHistory: [] });
});

test('leaves out a payment that is to be skipped, the next or a later one', async (t) => {
  const simulator = await simulatorFor(t);
  await create(simulator);
  const skip = (paymentNumber: number) =>
    ask(simulator, 'payment/skip', { taskIdentifier: { merchantTaskUuid: 'M-1' }, paymentNumber });

  t.like(await skip(1), { status: 'SUCCESS', task: { nextPaymentDate: '2026-01-02T19:00:00.000+00:00' } });
  await skip(3);
  t.is((await skip(1))['status'], 'FAIL');
  await simulator.clock.advance(10 * day);

  t.deepEqual(
    (await get(simulator))['attemptsHistory'].map(({ executed }: Json) => executed.slice(0, 10)),
    ['2026-01-02', '2026-01-04'],
  );
});

test('a bank that takes its time does not stop the clock of a task', async (t) => {
  const simulator = await simulatorFor(t, { scenarios: './scenarios' });
  await create(simulator, { params: { scenario: 'slow-bank' } });

  await simulator.clock.advance(10 * day);

  t.is((await get(simulator))['attemptsHistory'].length, 4);
});

test('takes another card and other parameters', async (t) => {
  const simulator = await simulatorFor(t);
  await create(simulator);
  const bindingId = await storedCard(simulator, { pan: '4242424242424242' });

  const answer = await ask(simulator, 'task/modify', {
    task: { taskIdentifier: { merchantTaskUuid: 'M-1' }, bindingId, params: { description: 'Silver plan' } },
  });

  t.is(answer['status'], 'SUCCESS');
  t.like(await get(simulator), {
    bindingId,
    maskedPan: '424242**4242',
    params: { description: 'Silver plan', phone: '7010000000' },
  });
});

test('ends as expired when the card has expired', async (t) => {
  const simulator = await simulatorFor(t);
  const bindingId = await storedCard(simulator, { pan: '4242424242424242' }, { expiryDate: '202601' });
  await create(simulator, { bindingId }, { timeUnit: 'MONTHS', scheduledTill: '2027-01-01T00:00:00.000Z' });

  await simulator.clock.advance(60 * day);

  const { state, attemptsHistory } = await get(simulator);
  t.is(state, 'EXPIRED');
  t.is(attemptsHistory.length, 1);
});

test('refuses what it cannot do, and keeps nothing of it', async (t) => {
  const simulator = await simulatorFor(t);
  await create(simulator);
  const refused = async (task: object, schedule: object = {}) => {
    const answer = await create(simulator, { merchantTaskUuid: 'M-9', ...task }, schedule);
    t.is(answer['status'], 'FAIL', JSON.stringify([task, schedule]));
    t.is(typeof answer['error'].description, 'string');
  };

  await refused({ merchantTaskUuid: 'M-1' });
  await refused({ merchantTaskUuid: undefined });
  await refused({ amount: 0 });
  await refused({ amount: 1.5 });
  await refused({ currency: 999 });
  await refused({ bindingId: 'none' });
  await refused({ clientId: 'other' });
  await refused({ scheduleData: undefined });
  await refused({}, { timeUnit: 'NANOS' });
  await refused({}, { timeUnit: 'Fortnights' });
  await refused({}, { value: 0 });
  await refused({}, { scheduledSince: 'soon' });
  await refused({}, { scheduledTill: '2025-01-01T00:00:00.000Z' });
  t.is((await ask(simulator, 'task/get', { taskIdentifier: { merchantTaskUuid: 'M-9' } }))['status'], 'FAIL');
  t.is((await ask(simulator, 'task/get', { taskIdentifier: 'M-1' }))['status'], 'FAIL');
  t.is((await ask(simulator, 'task/batchTerminate', { taskIdentifiers: 'M-1' }))['status'], 'FAIL');
});

test('knows no task of another merchant', async (t) => {
  const merchants = [
    { login: 'test_user', password: 'test_user_password' },
    { login: 'other', password: 'secret' },
  ];
  const simulator = await simulatorFor(t, { merchants });
  const { task } = await create(simulator);
  const taskIdentifier = { taskUuid: task.taskUuid };
  const other = { userName: 'other', password: 'secret' };

  for (const call of ['task/get', 'task/terminate', 'task/activate']) {
    t.is((await ask(simulator, call, { ...other, taskIdentifier }))['status'], 'FAIL');
  }
  t.is((await get(simulator))['state'], 'CREATED');
});

for (const [unit, value, expected] of [
  ['MONTHS', 1, ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30']],
  ['YEARS', 1, ['2026-01-31', '2027-01-31', '2028-01-31', '2029-01-31']],
  ['WEEKS', 2, ['2026-01-31', '2026-02-14', '2026-02-28', '2026-03-14']],
  ['HALFDAYS', 4, ['2026-01-31', '2026-02-02', '2026-02-04', '2026-02-06']],
] as const) {
  test(`counts every ${value} ${unit} from the start, at the end of a month too`, (t) => {
    const schedule = { sinceMs: Date.UTC(2026, 0, 31), tillMs: startMs * 2, value, unit };

    t.deepEqual(
      [1, 2, 3, 4].map((number) => new Date(paymentMoment(schedule, number)).toISOString().slice(0, 10)),
      [...expected],
    );
  });
}
