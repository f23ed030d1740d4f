import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { harmfulBreaks, type MutateOptions, mutate } from '../../contracts/mutate/mutate.ts';
import { countsOf, scoreOf } from '../../contracts/mutate/mutation.ts';
import { CannotTry } from '../../contracts/report/cannot-try.ts';
import { openTestedGateway } from '../../contracts/tested-shop/tested-gateway.ts';
import { runProgram } from '../../simulator/commands/program.ts';
import { startSimulator } from '../../simulator/simulator.ts';

const script = join(import.meta.dirname, '../helpers/tested-shop/tiny-shop.mjs');

const gatewayFor = async (t: ExecutionContext) => {
  const gateway = await openTestedGateway({ options: {} });
  t.teardown(gateway.stop);
  return gateway;
};

const only = (...ids: readonly string[]) => harmfulBreaks.filter(({ id }) => ids.includes(id));

const run = async (t: ExecutionContext, tests: readonly string[], more: Partial<MutateOptions> = {}) =>
  mutate({ gateway: await gatewayFor(t), line: [process.execPath, script, ...tests], concurrency: 1, ...more });

const statuses = ({ results }: Awaited<ReturnType<typeof mutate>>) =>
  Object.fromEntries(results.map(({ row, status }) => [row.id, status]));

// bo-13 registers ten times the amount, bo-14 numbers orders by itself, bm-01 is about refunds.
const chosen = only('bo-13', 'st-06', 'bm-01');

test('tests notice what they look at, and the others are not noticed or not reached', async (t) => {
  const seen: string[] = [];
  const mutation = await run(t, ['amount'], { chosen, onResult: ({ row }) => seen.push(row.id) });

  t.deepEqual(statuses(mutation), { 'bm-01': 'not reached', 'bo-13': 'noticed', 'st-06': 'not noticed' });
  t.deepEqual(seen, ['bo-13', 'st-06'], 'one that is not reached is not run');
  t.is(scoreOf(mutation), 50);
});

test('tests that look at nothing, or that are not there any more, score 0', async (t) => {
  const blind = await run(t, ['calls'], { chosen });
  t.deepEqual(statuses(blind), { 'bm-01': 'not reached', 'bo-13': 'not noticed', 'st-06': 'not noticed' });
  t.is(scoreOf(blind), 0);

  const none = await run(t, []);
  t.is(countsOf(none)['not reached'], harmfulBreaks.length);
  t.is(scoreOf(none), 0);
});

test('tests that wait for ever are timed out, and a command that cannot be run is no test', async (t) => {
  const late = await run(t, ['waits'], { chosen: only('ht-15'), slackMs: 100 });
  t.deepEqual(statuses(late), { 'ht-15': 'timed out' });

  const notRun = await run(t, ['gives-up'], { chosen: only('bo-13') });
  t.deepEqual(statuses(notRun), { 'bo-13': 'could not be run' });
});

test('four runs side by side find the same as one after the other', async (t) => {
  const some = harmfulBreaks.filter(({ id }) => /^(?:st-0[1-3]|bo-1[34]|ht-1[56])/.test(id)).slice(0, 6);
  const alone = await run(t, ['amount'], { chosen: some });
  const together = await run(t, ['amount'], { chosen: some, concurrency: 4 });

  t.true(countsOf(alone).noticed > 0 && countsOf(alone)['not noticed'] > 0);
  t.deepEqual(together, alone);
});

test('tests that fail with the right gateway cannot be tried, and their end is shown without secrets', async (t) => {
  const error = await t.throwsAsync(run(t, ['fails']), { instanceOf: CannotTry });
  t.regex(error?.message ?? '', /the tests fail with the right gateway, too: they end with exit code 1\n {2}not so/);
  t.regex(error?.message ?? '', /the password \*\*\* and the card (?!4444555511113333)/);
});

test('flaky tests, and a command that is not there, cannot be tried', async (t) => {
  const gateway = await gatewayFor(t);
  let runs = 0;
  const flaky = { ...gateway, environmentOf: () => ({ RUN: String(++runs) }) };
  await t.throwsAsync(mutate({ gateway: flaky, line: ['/bin/sh', '-c', 'test "$RUN" = 1'], concurrency: 1 }), {
    instanceOf: CannotTry,
    message: /flaky.*first run ended with exit code 0, the second with exit code 1/,
  });
  await t.throwsAsync(mutate({ gateway, line: ['/no/such'], concurrency: 1 }), {
    instanceOf: CannotTry,
    message: /the command cannot be run \(ENOENT\)/,
  });
});

/** Runs the command line. */
const tillbox = async (...args: readonly string[]) => {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runProgram(args, { out: (text) => out.push(text), err: (text) => err.push(text), columns: 100 });
  return { code, out: out.join(''), err: err.join('') };
};

test('the command writes the same bytes each time, and its exit code follows --min-score', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'tillbox-mutate-'));
  t.teardown(() => rm(folder, { recursive: true, force: true }));
  const kinds = ['report', 'html', 'json', 'junit'];
  const once = async (name: string, score: string) => {
    const files = kinds.flatMap((kind) => [`--${kind}`, join(folder, `${name}.${kind}`)]);
    return tillbox(
      'mutate',
      '--only',
      'bo-13,st-06',
      '--min-score',
      score,
      ...files,
      '--',
      process.execPath,
      script,
      'amount',
    );
  };
  const first = await once('first', '50');
  const second = await once('second', '51');

  t.like(first, { code: 0 });
  t.is(second.code, 1);
  t.is(second.out, first.out);
  t.regex(first.out, /^Not noticed:\n\nst-06 .*\nScore: 50 %\n$/s);
  t.regex(first.err, /2 of 2 breaks are reached; a run takes .*\n1\/2 {2}bo-13 {2}noticed {2}about .* left\n2\/2/);
  for (const kind of kinds)
    t.deepEqual(await readFile(join(folder, `second.${kind}`)), await readFile(join(folder, `first.${kind}`)), kind);
});

test('a gateway elsewhere is driven by its control API, and keeps no merchant of the runs', async (t) => {
  await using simulator = await startSimulator({ controlToken: 'secret' });
  const before = (await simulator.merchants()).length;
  const to = ['mutate', '--sandbox', simulator.url, '--only', 'bo-13'];
  const tests = ['--', process.execPath, script, 'amount'];

  t.like(await tillbox(...to, '--token', 'secret', ...tests), { code: 0 });
  t.is((await simulator.merchants()).length, before);
  t.like(await tillbox(...to, '--token', 'wrong', ...tests), { code: 2, out: '' });
});

test('what cannot be tried has exit code 2, and wrong options say what is meant', async (t) => {
  const wrong = await tillbox('mutate', '--only', 'st-6', '--', 'true');
  t.is(wrong.code, 2);
  t.regex(wrong.err, /--only st-6: .*did you mean st-0/);
  t.like(await tillbox('mutate', '--min-score', '101', '--', 'true'), { code: 2 });
  t.like(await tillbox('mutate', '--html', '/no/such/a.html', '--', 'true'), {
    code: 2,
    err: '--html /no/such/a.html: there is no folder /no/such\n',
  });
  const none = await tillbox('mutate', '--', 'true');
  t.is(none.code, 2);
  t.regex(none.err, /^no break is reached: the tests make no call/m);
  const failing = await tillbox('mutate', '--', process.execPath, script, 'fails');
  t.is(failing.code, 2);
  t.regex(failing.err, /the tests fail with the right gateway, too/);
});

test('the tests of the demo shop notice at least 80 % of a sample of the breaks that they reach', async (t) => {
  const sample = harmfulBreaks.filter((_, index) => index % 24 === 0);
  const line: MutateOptions['line'] = [process.execPath, join(script, '../demo-shop-tests.ts')];
  const mutation = await mutate({ gateway: await gatewayFor(t), line, chosen: sample, concurrency: 2 });

  t.true(countsOf(mutation).noticed >= 5);
  t.true(scoreOf(mutation) >= 80, `${scoreOf(mutation)} %`);
});
