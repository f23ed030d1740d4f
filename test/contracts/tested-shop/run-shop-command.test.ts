import { spawnSync } from 'node:child_process';
import test from 'ava';
import { Interrupted } from '../../../contracts/tested-shop/interrupted.ts';
import { runShopCommand, type ShopCommand } from '../../../contracts/tested-shop/run-shop-command.ts';

const sh = (script: string, more: Partial<ShopCommand> = {}) =>
  runShopCommand({ line: ['/bin/sh', '-c', script], environment: {}, output: 'kept', ...more });

/** A process that has ended may be left in the list until it is waited for. */
const isRunning = (pid: string): boolean =>
  /^[^Z\s]/.test(spawnSync('ps', ['-o', 'stat=', '-p', pid], { encoding: 'utf8' }).stdout);

test('the command has its environment, and its output and exit code are kept', async (t) => {
  const run = await sh('echo "$TILLBOX_URL"; echo oops >&2; exit 3', { environment: { TILLBOX_URL: 'http://here' } });
  t.like(run, { exitCode: 3, isTimedOut: false, notStarted: undefined, endedBy: undefined });
  t.deepEqual(run.output.trim().split('\n').sort(), ['http://here', 'oops']);
  t.true(Number.isInteger(run.tookMs));
});

test('of a long output the end is kept', async (t) => {
  const { output } = await sh('yes 0123456789 | head -c 200000; echo; echo last');
  t.true(output.endsWith('last\n'));
  t.true(output.length <= 32_768);
});

test('a command whose time is over ends with everything that it has started', async (t) => {
  const run = await sh('sleep 600 & echo $!; wait', { limitMs: 200 });
  t.like(run, { isTimedOut: true, endedBy: 'SIGKILL' });
  t.false(isRunning(run.output.trim()));
});

test('what a command leaves behind ends with it', async (t) => {
  const run = await sh('sleep 600 & echo $!');
  t.is(run.exitCode, 0);
  t.false(isRunning(run.output.trim()));
});

test('a command that is not there could not be started', async (t) => {
  const nowhere = await runShopCommand({ line: ['/no/such/program'], environment: {}, output: 'kept' });
  t.like(nowhere, { notStarted: 'ENOENT', exitCode: undefined });
  t.like(await sh('exit 127'), { notStarted: 'exit code 127', exitCode: 127 });
  t.like(await sh('exit 126'), { notStarted: 'exit code 126', exitCode: 126 });
});

test('a signal is passed on, and the run is broken off once the command has ended', async (t) => {
  const abort = new AbortController();
  const reason = new Interrupted('SIGINT');
  const run = sh('trap "exit 5" INT; sleep 600 & wait', { signal: abort.signal });
  setTimeout(() => abort.abort(reason), 200);
  t.is(await t.throwsAsync(run), reason);
});
