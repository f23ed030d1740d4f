import test from 'ava';
import { GatewayRefused } from '../../client/index.ts';
import { plainCard } from '../helpers/payments/pay.ts';
import { storedCard } from '../helpers/payments/stored-card.ts';
import { subscriptionShop } from './subscriber.ts';

const day = 86_400_000;
const task = { merchantTaskUuid: 'gym-7' };

test('a gym lets the gateway charge its members: a month is skipped, a card fails, another one goes on, the member leaves', async (t) => {
  const { simulator, client, subscribe, heardOf } = await subscriptionShop(t);
  const { clock } = simulator;
  const bindingId = await subscribe({ recurringFrequency: '28', recurringExpiry: '20271231' });
  const member = { ...task, clientId: 'aida', bindingId, amountMinor: 15_000_00, currency: '398' };
  const schedule = {
    since: '2026-01-31T00:00:00.000+0500',
    till: '2027-01-31T00:00:00.000+0500',
    every: 1,
    unit: 'MONTHS',
  };

  const created = await client.recurringTasks.create({ ...member, schedule });
  const { taskUuid } = created;
  t.like(created, { state: 'CREATED', nextPaymentDate: '2026-01-30T19:00:00.000+00:00' });
  const twice = client.recurringTasks.create({ ...member, schedule });
  t.is((await t.throwsAsync(twice, { instanceOf: GatewayRefused }))?.errorCode, '1');

  // January and February, each on its last day in Almaty, and each heard of.
  await clock.advance(60 * day);
  await simulator.settled();
  const { attemptsHistory = [], ...afterTwo } = await client.recurringTasks.get({ task: { taskUuid } });
  t.like(afterTwo, { state: 'ACTIVE', amount: 1_500_000, nextPaymentDate: '2026-03-30T19:00:00.000+00:00' });
  t.deepEqual(
    attemptsHistory.map(({ executed, state }) => [executed.slice(0, 13), state]),
    [
      ['2026-01-30T19', 'SUCCEEDED'],
      ['2026-02-27T19', 'SUCCEEDED'],
    ],
  );
  for (const { orderNumber } of attemptsHistory) t.deepEqual(await heardOf(orderNumber), ['deposited=1']);

  // The member is away in March.
  const skipped = await client.recurringTasks.skipPayment({ task, paymentNumber: 3 });
  t.is(skipped.nextPaymentDate, '2026-04-29T19:00:00.000+00:00');

  // Then the card is switched off, and three months later the task with it.
  await client.bindings.unbind({ bindingId });
  await clock.advance(150 * day);
  const failed = await client.recurringTasks.get({ task });
  t.is(failed.state, 'FAILED');
  t.is(failed.attemptsHistory?.length, 5);
  t.false('nextPaymentDate' in failed);
  await t.throwsAsync(client.recurringTasks.activate({ task }), { instanceOf: GatewayRefused });

  // Another card; what was missed is not made up for.
  const another = await storedCard(simulator, plainCard);
  await client.recurringTasks.modify({ task, bindingId: another, params: { desk: 'phone' } });
  const activated = await client.recurringTasks.activate({ task });
  t.like(activated, { taskUuid, state: 'ACTIVE', nextPaymentDate: '2026-07-30T19:00:00.000+00:00' });
  await clock.advance(10 * day);
  const last = (await client.recurringTasks.get({ task })).attemptsHistory?.at(-1);
  t.like(await client.getOrderStatus({ orderId: last?.orderId ?? '' }), {
    orderStatus: 2,
    bindingInfo: { bindingId: another },
    merchantOrderParams: [{ name: 'desk', value: 'phone' }],
  });

  // The member leaves.
  t.is((await client.recurringTasks.terminate({ task })).state, 'TERMINATED');
  t.true(await client.recurringTasks.terminateAll({ tasks: [{ taskUuid }] }));
  await clock.advance(400 * day);
  t.is((await client.recurringTasks.get({ task })).attemptsHistory?.length, 6);
  const paid = (await simulator.store.orders.ofMerchant('test_user')).filter(({ tii }) => tii === 'R');
  t.is(paid.length, 3);
});

test('many tasks that are due at one moment are all paid, each once', async (t) => {
  const { simulator, client } = await subscriptionShop(t);
  const bindingId = await storedCard(simulator, plainCard);
  const schedule = { since: '2026-01-02T00:00:00Z', till: '2026-01-05T00:00:00Z', every: 1, unit: 'DAYS' };
  const names = Array.from({ length: 60 }, (_, index) => `member ${index}`);
  for (const merchantTaskUuid of names) {
    const payment = { merchantTaskUuid, clientId: 'aida', bindingId, amountMinor: 100, currency: '398' };
    await client.recurringTasks.create({ ...payment, schedule });
  }

  await simulator.clock.advance(5 * day);

  for (const merchantTaskUuid of names) {
    const { state, attemptsHistory } = await client.recurringTasks.get({ task: { merchantTaskUuid } });
    t.is(state, 'COMPLETED');
    t.deepEqual(
      attemptsHistory?.map(({ executed }) => executed.slice(8, 10)),
      ['02', '03', '04'],
    );
  }
});
