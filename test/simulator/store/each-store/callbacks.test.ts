import { startMs } from '../../../helpers/simulator/simulator.ts';
import { aCallback } from '../../../helpers/stores/kept-things.ts';
import { behaviour, idsOf } from './behaviour.ts';

behaviour('callbacks stand in the order in which they were added, subject by subject', async (t, { callbacks }) => {
  for (const [id, subject] of [
    ['c', 'order-2'],
    ['b', 'order-1'],
    ['a', 'order-2'],
  ] as const)
    await callbacks.save(aCallback({ id, subject }));
  await callbacks.save(aCallback({ id: 'd', subject: 'order-3', merchant: 'other' }));
  const delivered = aCallback({ id: 'c', subject: 'order-2', state: 'delivered', tries: [{ atMs: startMs }] });
  await callbacks.save(delivered);

  t.deepEqual(idsOf(await callbacks.about('order-2')), ['c', 'a']);
  t.deepEqual((await callbacks.about('order-2'))[0], delivered);
  t.deepEqual(idsOf(await callbacks.ofMerchant('test_user')), ['c', 'a', 'b']);
  t.deepEqual(await callbacks.about('order-9'), []);

  await callbacks.forget('test_user');
  t.deepEqual(await callbacks.about('order-1'), []);
  t.deepEqual(await callbacks.ofMerchant('test_user'), []);
  t.deepEqual(idsOf(await callbacks.ofMerchant('other')), ['d']);
});

behaviour('callbacks that wait until later come by their time', async (t, { callbacks }) => {
  for (const [id, dueMs] of [
    ['late', 3_000],
    ['now', 1_000],
    ['soon', 2_000],
    ['later', 2_500],
  ] as const)
    await callbacks.save(aCallback({ id, subject: `order of ${id}`, dueMs: startMs + dueMs }));
  await callbacks.save(aCallback({ id: 'done', state: 'delivered', dueMs: startMs + 2_200 }));
  await callbacks.save(
    aCallback({ id: 'strange', subject: 'order of another', merchant: 'other', dueMs: startMs + 2_100 }),
  );

  t.deepEqual(idsOf(await callbacks.dueAfter('test_user', startMs + 1_000, 9)), ['soon', 'later', 'late']);
  t.deepEqual(idsOf(await callbacks.dueAfter('test_user', startMs, 2)), ['now', 'soon']);
  t.deepEqual(await callbacks.dueAfter('test_user', startMs + 3_000, 9), []);
});

behaviour('a merchant has still to be told about what has a callback that waits', async (t, { callbacks }) => {
  await callbacks.save(aCallback({ id: 'a', subject: 'order-1', state: 'delivered' }));
  await callbacks.save(aCallback({ id: 'b', subject: 'order-1' }));
  await callbacks.save(aCallback({ id: 'c', subject: 'order-1' }));
  await callbacks.save(aCallback({ id: 'd', subject: 'order-2', state: 'given-up' }));
  await callbacks.save(aCallback({ id: 'e', subject: 'order-3', merchant: 'other' }));
  t.deepEqual(await callbacks.waitingSubjects('test_user'), ['order-1']);

  for (const id of ['b', 'c']) await callbacks.save(aCallback({ id, subject: 'order-1', state: 'lost' }));
  t.deepEqual(await callbacks.waitingSubjects('test_user'), []);
});
