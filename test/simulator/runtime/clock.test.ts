import test from 'ava';
import { createClock } from '../../../simulator/runtime/clock.ts';
import { createIds } from '../../../simulator/runtime/ids.ts';
import { createDueQueue } from '../../../simulator/store/memory/due-queue.ts';

test('a clock that stands still moves only when it is moved', async (t) => {
  const clock = createClock({ startMs: 1_000 });
  await clock.advance(500);

  t.is(clock.now(), 1_500);
});

test('what was planned happens at its moment and in order, also what is planned on the way', async (t) => {
  const clock = createClock({ startMs: 0 });
  const seen: string[] = [];
  clock.after(300, () => void seen.push(`late ${clock.now()}`));
  clock.after(100, async () => {
    seen.push(`early ${clock.now()}`);
    clock.after(100, () => void seen.push(`planned on the way ${clock.now()}`));
  });

  await clock.advance(250);
  t.deepEqual(seen, ['early 100', 'planned on the way 200']);

  await clock.advance(50);
  t.deepEqual(seen, ['early 100', 'planned on the way 200', 'late 300']);
});

test('what was cancelled does not happen', async (t) => {
  const clock = createClock({ startMs: 0 });
  const cancel = clock.after(10, () => t.fail('was cancelled'));
  cancel();
  await clock.advance(100);

  t.is(clock.now(), 100);
});

test('a running clock runs, and can be moved forward too', async (t) => {
  const clock = createClock();
  t.teardown(clock.stop);
  const before = clock.now();
  let happened = 0;
  clock.after(3_600_000, () => void happened++);

  await clock.advance(3_600_000);
  await clock.settled();

  t.is(happened, 1);
  t.true(clock.now() >= before + 3_600_000);
  await clock.sleep(1);
});

test('ids are unique, sort by time and look like lower-case UUIDs', (t) => {
  const ids = createIds();
  const made = Array.from({ length: 5_000 }, (_, index) => ids.uuid(1_700_000_000_000 + index));

  t.is(new Set(made).size, made.length);
  t.true(made.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)));
  t.deepEqual([...made].sort(), made);
  t.regex(ids.orderNumber(), /^[0-9a-z]{16}$/);
});

test('a seed repeats the same ids, another seed does not', (t) => {
  const three = (seed: string) => {
    const ids = createIds({ seed });
    return [ids.uuid(0), ids.orderNumber(), ids.uuid(1)];
  };

  t.deepEqual(three('a'), three('a'));
  t.notDeepEqual(three('a'), three('b'));
});

test('the queue of due times gives the earliest first, whatever the order of arrival', (t) => {
  const queue = createDueQueue();
  const times = Array.from({ length: 500 }, (_, index) => (index * 7919) % 1009);
  for (const dueMs of times) queue.push(dueMs, String(dueMs));

  const taken: number[] = [];
  for (let entry = queue.pop(); entry; entry = queue.pop()) taken.push(entry.dueMs);

  t.deepEqual(
    taken,
    times.toSorted((a, b) => a - b),
  );
  t.is(queue.peek(), undefined);
});

test('an action that fails is told of once, and tried again until it goes well', async (t) => {
  const failures: unknown[] = [];
  const clock = createClock({ startMs: 0, onFailure: (error) => failures.push(error) });
  t.teardown(clock.stop);
  let tries = 0;
  const wentWell = new Promise<void>((resolve) => {
    const action = () => {
      if (++tries < 3) throw new Error(`try ${tries}`);
      resolve();
    };
    clock.after(10, action);
  });
  // The clock lets go of the process while it waits.
  const hold = setInterval(() => {}, 1000);

  await clock.advance(10);
  t.true(tries >= 1);
  await wentWell;
  clearInterval(hold);

  t.deepEqual(failures, [new Error('try 1')]);
});
