import test from 'ava';
import { harmfulBreaks } from '../../../contracts/mutate/mutate.ts';
import { doubtIn } from '../../../contracts/mutate/mutation.ts';
import { runBaseline } from '../../../contracts/mutate/run-baseline.ts';
import type { RunTests } from '../../../contracts/mutate/run-tests.ts';
import { limitFor, statusOf } from '../../../contracts/mutate/status-of.ts';
import { CannotTry } from '../../../contracts/report/cannot-try.ts';

test('the status of a run', (t) => {
  const about = { isTimedOut: false, tookMs: 900 };
  const of = (more: object, hasChanged = false) =>
    statusOf({ run: { ...about, ...more }, baselineMs: 1_000, hasChanged });

  t.is(of({ exitCode: 0 }), 'not noticed');
  t.is(of({ exitCode: 2 }, true), 'noticed');
  t.is(of({}, true), 'noticed', 'a signal');
  t.is(of({ exitCode: 2 }), 'could not be run', 'it has failed for another reason than the break');
  t.is(of({}), 'could not be run');
  t.is(of({ isTimedOut: true }), 'timed out');
  t.is(of({ exitCode: 127, notStarted: 'exit code 127' }), 'could not be run');
  t.is(of({ exitCode: 1, tookMs: 100 }), 'could not be run');
  t.is(of({ exitCode: 0, tookMs: 100 }), 'could not be run');
  t.is(of({ exitCode: 1, tookMs: 100 }, true), 'noticed', 'it has met the break');
  t.is(of({ exitCode: 0, tookMs: 101 }), 'not noticed');
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
  t.regex(doubtIn(of(0, 0)) ?? '', /^no break is reached: .* do they use TILLBOX_REST_URL/, 'tests that make no call');
});

const goodRun = { exitCode: 0, isTimedOut: false, tookMs: 5, output: '' };

test("tests that are in each other's way are refused before they seem to notice every break", async (t) => {
  let running = 0;
  const runTests: RunTests = async () => {
    running += 1;
    const isAlone = running === 1;
    await new Promise(setImmediate);
    running -= 1;
    const run = isAlone ? goodRun : { ...goodRun, exitCode: 1, output: 'EADDRINUSE' };
    return { run, hasChanged: false, wouldChange: ['st-06'] };
  };

  t.deepEqual([...(await runBaseline(runTests, ['tests'], 1)).reached], ['st-06']);
  await t.throwsAsync(runBaseline(runTests, ['tests'], 2), {
    instanceOf: CannotTry,
    message:
      /^--concurrency 2: side by side, the tests fail .* \(exit code 1\); do they share a port.*\n {2}EADDRINUSE$/s,
  });
});

test('a command that is meant for a shell is told so', async (t) => {
  const messageOf = async (...line: readonly [string, ...string[]]) => {
    const runTests = async () => ({
      run: { isTimedOut: false, notStarted: 'ENOENT', tookMs: 1, output: '' },
      hasChanged: false,
      wouldChange: [],
    });
    return (await t.throwsAsync(runBaseline(runTests, line, 1)))?.message;
  };
  t.regex((await messageOf('npm test')) ?? '', /\(ENOENT\)\nNo shell runs it: leave out the quotes/);
  t.regex((await messageOf('CI=1', 'npm', 'test')) ?? '', /write sh -c before/);
  t.is(await messageOf('mnp', 'test'), 'the command cannot be run (ENOENT)');
});
