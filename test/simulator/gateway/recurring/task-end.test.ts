import test from 'ava';
import { cardForActionCode } from '../../../../simulator/issuer/code-range.ts';
import { plainCard } from '../../../helpers/payments/pay.ts';
import { storedCard } from '../../../helpers/payments/stored-card.ts';
import { type Json, simulatorFor } from '../../../helpers/simulator/simulator.ts';
import { ask, create, day, get } from './tasks.ts';

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

test('ends as expired when the card has expired', async (t) => {
  const simulator = await simulatorFor(t);
  const bindingId = await storedCard(simulator, { pan: '4242424242424242' }, { expiryDate: '202601' });
  await create(simulator, { bindingId }, { timeUnit: 'MONTHS', scheduledTill: '2027-01-01T00:00:00.000Z' });

  await simulator.clock.advance(60 * day);

  const { state, attemptsHistory } = await get(simulator);
  t.is(state, 'EXPIRED');
  t.is(attemptsHistory.length, 1);
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
