import test from 'ava';
import { plainCard } from '../../../helpers/payments/pay.ts';
import { storedCard } from '../../../helpers/payments/stored-card.ts';
import { receiverFor } from '../../../helpers/shop/receiver.ts';
import { type Json, simulatorFor } from '../../../helpers/simulator/simulator.ts';
import { ask, create, day, get, hour } from './tasks.ts';

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
