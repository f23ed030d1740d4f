import test from 'ava';
import { createDoubts, writeCheck } from '../../../simulator/store/check-writes.ts';

/** A store whose writes end as the test tells them to; `sizes`: what was written. */
const slowStore = () => {
  const doubts = createDoubts();
  const sizes: number[] = [];
  let writing = Promise.withResolvers<void>();
  const check = writeCheck(doubts, (bytes) => {
    sizes.push(bytes);
    writing = Promise.withResolvers();
    return writing.promise;
  });
  return {
    check,
    sizes,
    fail: doubts.failed,
    end: () => writing.resolve(),
    breakOff: () => writing.reject(new Error('full')),
  };
};

test('calls during a check share it, and so do calls right after one that failed', async (t) => {
  const { check, sizes, breakOff } = slowStore();

  const both = [check(), check()];
  breakOff();
  for (const result of both) await t.throwsAsync(result, { message: 'full' });
  await t.throwsAsync(check(), { message: 'full' });

  t.is(sizes.length, 1);
});

test('that all is well counts until the store fails; the next check writes as much as a call', async (t) => {
  const { check, sizes, end, fail } = slowStore();
  const first = check();
  end();
  await first;

  fail();
  const second = check();
  end();
  await second;

  t.deepEqual(sizes, [16, 32 * 1024]);
});

test('a store that fails while it is checked is checked again, whatever the first check says', async (t) => {
  const { check, sizes, end, fail } = slowStore();
  const first = check();
  fail();
  end();
  await first;

  const second = check();
  end();
  await second;

  t.deepEqual(sizes, [16, 32 * 1024]);
});
