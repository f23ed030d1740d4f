import test from 'ava';
import { plainCard } from '../../../helpers/payments/pay.ts';
import { storedCard } from '../../../helpers/payments/stored-card.ts';
import { simulatorFor } from '../../../helpers/simulator/simulator.ts';
import { ask, create, get, hour } from './tasks.ts';

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
      scheduledTill: '2026-01-06T00:00:00.000+0500',
      value: 1,
      timeUnit: 'DAYS',
    },
  });
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

test('acts for no other login, and has no payment to skip that is not ahead', async (t) => {
  const simulator = await simulatorFor(t);
  await create(simulator);
  const taskIdentifier = { merchantTaskUuid: 'M-1' };
  const skip = async (paymentNumber: unknown) =>
    (await ask(simulator, 'payment/skip', { taskIdentifier, paymentNumber }))['error']?.code;

  const elsewhere = { taskIdentifier: { ...taskIdentifier, merchantLogin: 'other' } };
  t.is((await ask(simulator, 'task/get', elsewhere))['error'].code, '5');
  t.is((await ask(simulator, 'task/create', { merchantLogin: 'other', task: {} }))['error'].code, '5');
  t.is(await skip(5), '5');
  t.is(await skip(0), '5');
  t.is(await skip('next'), '5');
  t.is(await skip(4), undefined);
});

test('of many tasks that are created at once under one id, one is there', async (t) => {
  const simulator = await simulatorFor(t);
  const bindingId = await storedCard(simulator, plainCard);

  const answers = await Promise.all(Array.from({ length: 8 }, () => create(simulator, { bindingId })));
  await simulator.clock.advance(12 * hour);

  t.is(answers.filter(({ status }) => status === 'SUCCESS').length, 1);
  t.is(answers.filter(({ error }) => error?.code === '1').length, 7);
  t.is((await simulator.store.orders.ofMerchant('test_user')).length, 1);
});

test('reads dates with their zone, and no others', async (t) => {
  const simulator = await simulatorFor(t);
  const first = async (scheduledSince: string) => {
    const merchantTaskUuid = `M ${scheduledSince}`;
    const { task } = await create(
      simulator,
      { merchantTaskUuid },
      { scheduledSince, scheduledTill: '2027-01-01T00:00:00Z' },
    );
    return task?.nextPaymentDate;
  };

  t.is(await first('2026-01-02T00:00:00.000+0500'), '2026-01-01T19:00:00.000+00:00');
  t.is(await first('2026-01-02T00:00:00.25-03:30'), '2026-01-02T03:30:00.250+00:00');
  t.is(await first('2026-01-02T00:00:00Z'), '2026-01-02T00:00:00.000+00:00');
  for (const wrong of [
    '2026-01-02',
    '2026-01-02T00:00:00',
    '2026-02-31T00:00:00Z',
    '2 January 2026',
    '2026-01-02T00:00:00+9900',
  ]) {
    t.is(await first(wrong), undefined, wrong);
  }
});
