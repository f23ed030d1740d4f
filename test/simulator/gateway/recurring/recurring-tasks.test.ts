import test from 'ava';
import { cardForActionCode } from '../../../../simulator/issuer/code-range.ts';
import { plainCard } from '../../../helpers/payments/pay.ts';
import { storedCard } from '../../../helpers/payments/stored-card.ts';
import { receiverFor } from '../../../helpers/shop/receiver.ts';
import { type Json, simulatorFor, type TestSimulator } from '../../../helpers/simulator/simulator.ts';

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
        scheduledTill: '2026-01-06T00:00:00.000+0500',
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
      scheduledTill: '2026-01-06T00:00:00.000+0500',
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

test('a bank that leaves payments open decides at once where nobody waits', async (t) => {
  const simulator = await simulatorFor(t, { scenarios: './scenarios' });
  await create(simulator, { params: { scenario: 'pending-then-approved' } });

  await simulator.clock.advance(11 * hour);

  const [attempt] = (await get(simulator))['attemptsHistory'];
  t.deepEqual([attempt.state, (await simulator.status(attempt.orderId))['orderStatus']], ['SUCCEEDED', 2]);
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

test('shows for what date a payment was, and when it was made', async (t) => {
  const simulator = await simulatorFor(t);
  await create(simulator, {}, { scheduledSince: '2026-01-01T00:00:00.000+0500' });

  await simulator.clock.advance(0);

  const task = await get(simulator);
  t.is(task['lastPaymentDate'], '2025-12-31T19:00:00.000+00:00');
  t.is(task['attemptsHistory'][0].executed, '2026-01-01T08:00:00.000+00:00');
  t.is(task['nextPaymentDate'], '2026-01-01T19:00:00.000+00:00');
});

test('makes one payment at once for a start that has passed, and no others for what was missed', async (t) => {
  const simulator = await simulatorFor(t);
  const since = { scheduledSince: '1970-01-01T00:00:00Z' };
  await create(simulator, {}, { ...since, timeUnit: 'Seconds', scheduledTill: '2026-01-01T08:00:04Z' });
  await create(
    simulator,
    { merchantTaskUuid: 'M-2' },
    { ...since, timeUnit: 'Months', scheduledTill: '2027-01-01T00:00:00Z' },
  );

  await simulator.clock.advance(hour);

  const seconds = await get(simulator);
  t.is(seconds['state'], 'COMPLETED');
  t.deepEqual(
    seconds['attemptsHistory'].map(({ executed }: Json) => executed.slice(11, 19)),
    ['08:00:00', '08:00:01', '08:00:02', '08:00:03'],
  );
  t.like(await get(simulator, 'M-2'), { state: 'ACTIVE', nextPaymentDate: '2026-02-01T00:00:00.000+00:00' });
});

test('a schedule that no calendar reaches pays once', async (t) => {
  const simulator = await simulatorFor(t);
  await create(simulator, {}, { value: 999_999, timeUnit: 'Millennia', scheduledTill: '9999-12-31T23:59:59Z' });

  await simulator.clock.advance(10 * day);

  const { state, attemptsHistory } = await get(simulator);
  t.is(state, 'COMPLETED');
  t.is(attemptsHistory.length, 1);
});

test('a card that is switched off leaves no order behind; switched on, it is charged again', async (t) => {
  const simulator = await simulatorFor(t);
  const bindingId = await storedCard(simulator, plainCard);
  await create(simulator, { bindingId });
  await simulator.call('unBindCard.do', { bindingId });
  await simulator.clock.advance(12 * hour);
  const [failed] = (await get(simulator))['attemptsHistory'];
  await simulator.call('bindCard.do', { bindingId });
  await simulator.clock.advance(day);

  t.is(failed.state, 'FAILED');
  t.false('orderId' in failed);
  t.is((await simulator.store.orders.ofMerchant('test_user')).length, 1);
  t.is((await get(simulator))['attemptsHistory'][1].state, 'SUCCEEDED');
});

test('a declined payment has an order of its own, which is over', async (t) => {
  const simulator = await simulatorFor(t);
  await create(simulator, { params: { scenario: 'insufficient-funds' } });
  await simulator.clock.advance(12 * hour);

  const [attempt] = (await get(simulator))['attemptsHistory'];

  t.is(attempt.state, 'FAILED');
  t.like(await simulator.status(attempt.orderId), {
    orderStatus: 6,
    actionCode: 116,
    orderNumber: attempt.orderNumber,
  });
});

test('goes on after its card has expired, when it has another', async (t) => {
  const simulator = await simulatorFor(t);
  const old = await storedCard(simulator, { pan: '4242424242424242' }, { expiryDate: '202601' });
  const till = { timeUnit: 'MONTHS', scheduledTill: '2027-01-01T00:00:00.000Z' };
  await create(simulator, { bindingId: old }, till);
  await simulator.clock.advance(60 * day);
  const taskIdentifier = { merchantTaskUuid: 'M-1' };

  t.is((await ask(simulator, 'task/activate', { taskIdentifier }))['status'], 'FAIL', 'the card is still the old one');
  const bindingId = await storedCard(simulator, plainCard);
  await ask(simulator, 'task/modify', { task: { taskIdentifier, bindingId } });
  const { task } = await ask(simulator, 'task/activate', { taskIdentifier });
  await simulator.clock.advance(31 * day);

  t.like(task, { state: 'ACTIVE', nextPaymentDate: '2026-04-01T19:00:00.000+00:00' });
  t.deepEqual(
    (await get(simulator))['attemptsHistory'].map(({ executed }: Json) => executed.slice(0, 10)),
    ['2026-01-01', '2026-04-01'],
  );
});

test('pays nothing of a task that is over', async (t) => {
  const simulator = await simulatorFor(t);
  await create(simulator);
  await simulator.clock.advance(10 * day);
  const taskIdentifier = { merchantTaskUuid: 'M-1' };

  t.is((await ask(simulator, 'task/activate', { taskIdentifier }))['error'].code, '7');
  t.is((await ask(simulator, 'payment/skip', { taskIdentifier, paymentNumber: 9 }))['error'].code, '7');
  t.is((await ask(simulator, 'task/terminate', { taskIdentifier }))['task'].state, 'COMPLETED');
});

test('a payment that was made but not noted is noted, and not made again', async (t) => {
  const simulator = await simulatorFor(t);
  const { task } = await create(simulator);
  const { tasks } = simulator.store;
  const replace = tasks.replace;
  // The process ends between the payment and the note of it.
  tasks.replace = async () => {
    tasks.replace = replace;
    return false;
  };

  await simulator.clock.advance(12 * hour);

  const { attemptsHistory } = await get(simulator);
  t.deepEqual(
    attemptsHistory.map(({ state }: Json) => state),
    ['SUCCEEDED'],
  );
  t.is((await simulator.store.orders.ofMerchant('test_user')).length, 1);
  t.is((await simulator.store.tasks.find(task.taskUuid))?.attempts.length, 1);
});

test('charges as the bank of its merchant does, and tells its shop', async (t) => {
  const shop = await receiverFor(t, 200);
  const login = { login: 'test_user', password: 'test_user_password' };
  const simulator = await simulatorFor(t, { merchants: [{ ...login, bank: 'bereke', callbacks: { url: shop.url } }] });
  await create(simulator);

  await simulator.clock.advance(12 * hour);
  await simulator.settled();

  const [attempt] = (await get(simulator))['attemptsHistory'];
  t.is((await simulator.store.orders.find(attempt.orderId))?.bank, 'bereke');
  t.true(shop.operations().includes('deposited=1'));
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
