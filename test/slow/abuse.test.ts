import test from 'ava';
import { simulatorFor } from '../helpers/simulator/simulator.ts';
import { abuse, stillWorks } from '../torture/abuse.ts';

/** Another one each time would find more, but then a red run would not come again. `npm run torture` takes any. */
const seed = 20260101;

/** Caches of code and of regular expressions, in bytes; a run of a million stays within it too. */
const mostGrowth = 16 * 2 ** 20;

test('survives 3,000 requests that nobody should send: no HTTP 500, no wrong answer, no wait, no wrong amounts, no memory lost, no other merchant touched', async (t) => {
  const simulator = await simulatorFor(t, { journalSize: 100, callbackHosts: ['127.0.0.1'] });

  const { faults, statuses, pastDoor, heapBefore, heapAfter } = await abuse(simulator, {
    requests: 3_000,
    seed,
  });

  t.deepEqual(faults, []);
  t.true((statuses.get(200) ?? 0) > 1_500, 'most of it reaches what answers');
  t.true(pastDoor > 80, `${pastDoor} % got past the door`);
  t.true(heapAfter - heapBefore < mostGrowth, `${heapBefore} bytes before, ${heapAfter} after`);
  t.is(await stillWorks(simulator), 2);
});
