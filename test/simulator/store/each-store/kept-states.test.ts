import { startMs } from '../../../helpers/simulator/simulator.ts';
import { behaviour } from './behaviour.ts';

behaviour('of each merchant the last state is kept, and the first to end stands first', async (t, { keptStates }) => {
  const first = { merchant: 'test_user', untilMs: startMs + 5, bytes: 2, document: '{}' };
  const later = { ...first, untilMs: startMs + 9, bytes: 18, document: '{"a":"\\u0000 Ә 😀"}' };
  const other = { ...first, merchant: 'Other', untilMs: startMs + 7 };
  await keptStates.save(first);
  await keptStates.save(later);
  await keptStates.save(other);

  t.deepEqual(await keptStates.find('test_user'), later);
  t.is(await keptStates.find('TEST_USER'), undefined);
  t.deepEqual(await keptStates.all(), [
    { merchant: 'Other', untilMs: startMs + 7, bytes: 2 },
    { merchant: 'test_user', untilMs: startMs + 9, bytes: 18 },
  ]);

  await keptStates.forget('test_user');
  await keptStates.forget('nobody');
  t.is(await keptStates.find('test_user'), undefined);
  t.is((await keptStates.all()).length, 1);
});
