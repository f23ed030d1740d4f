import test from 'ava';
import { createClock } from '../../../simulator/runtime/clock.ts';
import { createIds } from '../../../simulator/runtime/ids.ts';
import { giveWay } from '../../../simulator/runtime/machine-time.ts';

const startMs = Date.UTC(2026, 0, 1);
const lastMs = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
const refused = { name: 'MoveRefused' };

for (const ms of [-1, -1e-9, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e300, lastMs])
  test(`a clock is not moved forward by ${ms} ms`, async (t) => {
    const clock = createClock({ startMs });
    clock.beforeMove(async () => void t.fail('it is refused before'));
    clock.after(0, () => t.fail('nothing happens'));

    await t.throwsAsync(clock.advance(ms), refused);

    t.is(clock.now(), startMs);
  });

for (const ms of [-1, -1e-9, -8.64e15, Number.NaN, Number.POSITIVE_INFINITY, lastMs + 1, 8.64e15, 8.64e15 + 1])
  test(`a clock is neither set to ${ms} nor started there`, async (t) => {
    const clock = createClock({ startMs });
    clock.after(0, () => t.fail('nothing happens'));

    await t.throwsAsync(clock.set(ms), refused);

    t.is(clock.now(), startMs);
    t.throws(() => createClock({ startMs: ms }), refused);
  });

test('a check before a move forward gets its end, and can refuse it until the check ends', async (t) => {
  const clock = createClock({ startMs });
  clock.after(5, () => t.fail('nothing happens'));
  const seen: number[] = [];
  const endCheck = clock.beforeMove(async (toMs) => {
    seen.push(toMs - startMs);
    throw new Error('no');
  });

  await t.throwsAsync(clock.advance(10), { message: 'no' });
  await t.throwsAsync(clock.set(startMs + 20), { message: 'no' });
  await clock.set(startMs - 5);
  t.is(clock.now(), startMs - 5);
  endCheck();
  await clock.advance(1);

  t.deepEqual(seen, [10, 20]);
});

test('a clock that is stopped on its way moves no further', async (t) => {
  let moves = 0;
  const clock = createClock({ startMs, onMove: () => void moves++ });
  clock.after(10, () => clock.stop());

  await clock.advance(20);

  t.is(clock.now(), startMs + 10);
  t.is(moves, 0);
});

const form = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
for (const ms of [0, -1, -1e15, 0.5, 2 ** 48, 8.64e15, 1e300, Number.NaN, Number.POSITIVE_INFINITY, -Infinity, lastMs])
  test(`an id is a UUID at ${ms} as well`, (t) => {
    t.regex(createIds().uuid(ms), form);
  });

test('long work gives way: others run in between, and of several works that wait each gets its turn', async (t) => {
  let others = 0;
  let isOver = false;
  const other = (): void => {
    others++;
    if (!isOver) setImmediate(other);
  };
  setImmediate(other);
  const done: string[] = [];
  const work = async (name: string): Promise<void> => {
    for (let part = 0; part < 3; part++) {
      // Work that takes longer than a turn.
      const until = performance.now() + 25;
      while (performance.now() < until);
      await giveWay();
      done.push(name);
    }
  };

  await Promise.all(['a', 'b', 'c'].map(work));
  isOver = true;

  t.true(others >= 9, `${others}`);
  t.deepEqual(done.toSorted(), ['a', 'a', 'a', 'b', 'b', 'b', 'c', 'c', 'c']);
  t.is(new Set(done.slice(0, 3)).size, 3);
});
