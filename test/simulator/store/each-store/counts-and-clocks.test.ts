import { startMs } from '../../../helpers/simulator/simulator.ts';
import { behaviour } from './behaviour.ts';

behaviour('a count never comes twice, and goes on from where it was put', async (t, { counters }) => {
  const counts = await Promise.all(Array.from({ length: 20 }, () => counters.next('test_user', 'a')));
  t.is(new Set(counts).size, 20);
  t.is(Math.max(...counts), 20);

  await counters.set('test_user', 'b', 7);
  t.is(await counters.next('test_user', 'b'), 8);
  t.is(await counters.next('other', 'b'), 1);
  t.deepEqual([await counters.find('test_user', 'b'), await counters.find('test_user', 'c')], [8, undefined]);
  t.deepEqual(await counters.ofMerchant('test_user'), { a: 20, b: 8 });
  t.deepEqual(await counters.ofMerchant('nobody'), {});
});

behaviour('counts are forgotten by how their keys begin, letter by letter', async (t, { counters }) => {
  for (const key of ['a%:1', 'a%:2', 'A%:3', 'ab:4', 'a_:5', 'б:6']) await counters.next('test_user', key);
  await counters.next('other', 'a%:1');

  await counters.forget('test_user', 'a%:');
  t.deepEqual(await counters.ofMerchant('test_user'), { 'A%:3': 1, 'ab:4': 1, 'a_:5': 1, 'б:6': 1 });

  await counters.forget('test_user');
  t.deepEqual(await counters.ofMerchant('test_user'), {});
  t.is(await counters.next('test_user', 'a%:1'), 1);
  t.deepEqual(await counters.ofMerchant('other'), { 'a%:1': 1 });
});

behaviour('of each clock the last is kept', async (t, { clocks }) => {
  const clock = { merchant: 'test_user', nowMs: startMs, aheadMs: 0.5, isFrozen: true };
  const later = { ...clock, nowMs: startMs + 1000, aheadMs: -5, isFrozen: false };
  await clocks.save(clock);
  await clocks.save({ ...clock, merchant: 'other' });
  await clocks.save(later);
  t.deepEqual(await clocks.all(), [later, { ...clock, merchant: 'other' }]);

  await clocks.forget('test_user');
  t.deepEqual(await clocks.all(), [{ ...clock, merchant: 'other' }]);
});
