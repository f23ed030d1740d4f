import type { Store } from '../../../../simulator/store/store.ts';
import { startMs } from '../../../helpers/simulator/simulator.ts';
import { aBinding, aTask, aTemplate } from '../../../helpers/stores/kept-things.ts';
import { behaviour, idsOf } from './behaviour.ts';

behaviour('stored cards are listed by client and by merchant, oldest first', async (t, { bindings }) => {
  for (const [id, clientId] of [
    ['z', 'aida'],
    ['y', 'marat'],
    ['x', 'aida'],
  ] as const)
    await bindings.insert(aBinding({ id, clientId }));
  await bindings.insert(aBinding({ id: 'w', merchant: 'other' }));

  t.deepEqual(await bindings.find('z'), aBinding({ id: 'z' }));
  t.deepEqual(idsOf(await bindings.ofClient('test_user', 'aida')), ['z', 'x']);
  t.deepEqual(idsOf(await bindings.ofMerchant('test_user')), ['z', 'y', 'x']);
  t.deepEqual(await bindings.ofClient('nobody', 'aida'), []);

  await bindings.forget('test_user');
  t.is(await bindings.find('z'), undefined);
  t.deepEqual(await bindings.ofClient('test_user', 'aida'), []);
  t.deepEqual(idsOf(await bindings.ofClient('other', 'aida')), ['w']);
});

for (const [kind, thing, change] of [
  ['bindings', aBinding(), { isActive: false }],
  ['tasks', aTask(), { state: 'TERMINATED' }],
  ['templates', aTemplate(), { isDeleted: true }],
] as const)
  behaviour(`of ${kind} each version is kept once`, async (t, store) => {
    const collection = store[kind] as Store['templates'];
    const kept = thing as ReturnType<typeof aTemplate>;
    await collection.insert(kept);
    const next = { ...kept, ...change, version: 2 } as typeof kept;

    t.true(await collection.replace(next));
    t.false(await collection.replace(next));
    t.false(await collection.replace({ ...next, id: 'nothing' }));
    t.deepEqual(await collection.find(kept.id), next);
    t.deepEqual(await collection.ofMerchant('test_user'), [next]);
    t.is(await collection.find('nothing'), undefined);

    await collection.forget('test_user');
    t.is(await collection.find(kept.id), undefined);
    t.deepEqual(await collection.ofMerchant('test_user'), []);
  });

behaviour('the task that pays next is known, also after it has changed', async (t, { tasks }) => {
  const at = (days: number) => startMs + days * 86_400_000;
  t.is(await tasks.nextDue('test_user'), undefined);
  await tasks.insert(aTask({ id: 'later', merchantTaskId: 'later', nextNumber: 2 }));
  await tasks.insert(aTask({ id: 'next' }));
  await tasks.insert(aTask({ id: 'of-another', merchant: 'other', nextNumber: 3 }));
  t.deepEqual(await tasks.nextDue('test_user'), { id: 'next', dueMs: at(1) });

  await tasks.replace(aTask({ id: 'next', version: 2, nextNumber: 4 }));
  t.deepEqual(await tasks.nextDue('test_user'), { id: 'later', dueMs: at(2) });

  await tasks.replace(aTask({ id: 'later', merchantTaskId: 'later', version: 2, state: 'TERMINATED' }));
  t.deepEqual(await tasks.nextDue('test_user'), { id: 'next', dueMs: at(4) });

  await tasks.forget('test_user');
  t.is(await tasks.nextDue('test_user'), undefined);
  t.deepEqual(await tasks.nextDue('other'), { id: 'of-another', dueMs: at(3) });
});

behaviour("of many tasks with one id of the merchant's own, one is kept", async (t, { tasks }) => {
  const ids = Array.from({ length: 20 }, (_, index) => `task-${index}`);

  const kept = await Promise.all(ids.map((id) => tasks.insert(aTask({ id, merchantTaskId: 'gold' }))));

  t.is(kept.filter(Boolean).length, 1);
  t.deepEqual(idsOf(await tasks.ofMerchant('test_user')), [ids[kept.indexOf(true)]]);
  t.deepEqual(await tasks.nextDue('test_user'), { id: ids[kept.indexOf(true)], dueMs: startMs + 86_400_000 });
  t.true(await tasks.insert(aTask({ id: 'other', merchantTaskId: 'gold', merchant: 'other' })));
  t.true(await tasks.insert(aTask({ id: 'capitals', merchantTaskId: 'Gold' })), 'capitals count');

  await tasks.forget('test_user');
  t.true(await tasks.insert(aTask({ id: 'anew', merchantTaskId: 'gold' })));
});
