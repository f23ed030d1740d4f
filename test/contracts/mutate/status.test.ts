import test from 'ava';
import { harmfulBreaks } from '../../../contracts/mutate/mutate.ts';
import { doubtIn } from '../../../contracts/mutate/mutation.ts';
import { limitFor, statusOf } from '../../../contracts/mutate/status-of.ts';

test('the status of a run', (t) => {
  const about = { isTimedOut: false, tookMs: 900 };
  const of = (more: object, hasChanged = false) =>
    statusOf({ run: { ...about, ...more }, baselineMs: 1_000, hasChanged });

  t.is(of({ exitCode: 0 }), 'not noticed');
  t.is(of({ exitCode: 2 }), 'noticed');
  t.is(of({}), 'noticed', 'a signal');
  t.is(of({ isTimedOut: true }), 'timed out');
  t.is(of({ exitCode: 127, notStarted: 'exit code 127' }), 'could not be run');
  t.is(of({ exitCode: 1, tookMs: 100 }), 'could not be run');
  t.is(of({ exitCode: 0, tookMs: 100 }), 'could not be run');
  t.is(of({ exitCode: 1, tookMs: 100 }, true), 'noticed', 'it has met the break');
  t.is(of({ exitCode: 1, tookMs: 101 }), 'noticed');
  t.is(limitFor(2_000, 10_000), 16_000);
});

test('nothing can be said if more than a fifth of the runs timed out', (t) => {
  const [row] = harmfulBreaks;
  const of = (late: number, good: number) => ({
    results: [
      ...Array.from({ length: late }, () => ({ row: row as never, status: 'timed out' as const })),
      ...Array.from({ length: good }, () => ({ row: row as never, status: 'noticed' as const })),
      { row: row as never, status: 'not reached' as const },
    ],
  });
  t.is(doubtIn(of(1, 4)), undefined);
  t.is(doubtIn(of(2, 7)), '2 of 9 runs timed out: nothing can be said');
});
