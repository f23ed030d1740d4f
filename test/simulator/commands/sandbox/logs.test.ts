import test from 'ava';
import { eventually } from '../../../helpers/ava/eventually.ts';
import { controlToken, merchantInContainer, runCommand } from '../../../helpers/process/container.ts';
import { startProgram } from '../../../helpers/process/own-process.ts';
import { simulatorFor } from '../../../helpers/simulator/simulator.ts';

const threeCalls = async () => {
  const shop = await merchantInContainer();
  const { orderId } = await shop.register('A-1');
  await shop.gateway.refund({ orderId, amountMinor: 500 }).catch(() => {});
  await shop.gateway.getOrderStatus({ orderId });
  return { ...shop, orderId };
};

/** A line without its time, in words. */
const wordsOf = (line: string): readonly string[] =>
  line
    .replace(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d /, '')
    .replace(/\b\d+ ms/, 'ms')
    .trim()
    .split(/ {2,}/);

test('tillbox logs has a line for each call, oldest first', async (t) => {
  const { run, login } = await threeCalls();

  const { code, out, err } = await run('logs');

  t.deepEqual({ code, err }, { code: 0, err: '' });
  t.deepEqual(out.trimEnd().split('\n').map(wordsOf), [
    ['POST', 'register.do', 'ms', '-', login],
    ['POST', 'refund.do', 'ms', '7', login, 'refused: Refund is impossible for current transaction state'],
    ['POST', 'getOrderStatusExtended.do', 'ms', '0', login],
  ]);
});

test('tillbox logs leaves out what it is not asked for', async (t) => {
  const { run } = await threeCalls();
  const endpoints = async (...args: readonly string[]) =>
    (await run('logs', ...args)).out.match(/\b\w+\.do\b/g)?.join(' ');

  t.is(await endpoints('--refused'), 'refund.do');
  t.is(await endpoints('--path', 'register.do'), 'register.do');
  t.is(await endpoints('--limit', '2'), 'refund.do getOrderStatusExtended.do');
});

test('a misspelt endpoint is refused: no call could be of it', async (t) => {
  const { run } = await threeCalls();

  for (const [path, meant] of [
    ['refnd.do', 'refund.do'],
    ['rest/regster.do', 'rest/register.do'],
  ] as const) {
    const { code, err } = await run('logs', '--path', path);
    t.is(code, 2);
    t.true(err.startsWith(`error: --path ${path}: no endpoint; did you mean ${meant}?\n`), err);
  }
  t.is((await run('logs', '--path', '/payment/merchants/own/payment_en.html')).code, 0);
});

test('without a login, the calls of all merchants are one list', async (t) => {
  const { login, reach, register } = await threeCalls();
  const other = await threeCalls();
  await register('A-2');

  const { out } = await runCommand('logs', '--limit', '1000', ...reach);
  const logins = out.split('\n').map((line) => wordsOf(line)[4] ?? '');

  t.deepEqual(
    logins.filter((one) => one === login || one === other.login),
    [login, login, login, other.login, other.login, other.login, login],
  );
});

test('tillbox logs --json is one document', async (t) => {
  const { run, sandbox, login } = await threeCalls();

  const { entries } = await sandbox.journal(login, { refused: true });

  t.deepEqual(
    JSON.parse((await run('logs', '--json', '--refused')).out),
    entries.map((entry) => ({ merchant: login, ...entry })),
  );
});

test('tillbox logs --follow goes on with the calls that come, each once, until Ctrl+C', async (t) => {
  const { url, login, register } = await threeCalls();
  const args = ['logs', '--follow', '--json', '--url', url, '--login', login];
  const { kill, output } = startProgram({ CONTROL_TOKEN: controlToken }, [], args);
  const paths = () =>
    output.out
      .trimEnd()
      .split('\n')
      .flatMap((line) => (line === '' ? [] : JSON.parse(line).path.split('/').at(-1)));
  await eventually(t, paths, ({ length }) => length === 3);
  await register('A-2');
  await eventually(t, paths, ({ length }) => length === 4);

  t.is(await kill('SIGINT'), 130);
  t.deepEqual(paths(), ['register.do', 'refund.do', 'getOrderStatusExtended.do', 'register.do']);
  t.is(output.err, '');
});

test('a gateway without a journal says so', async (t) => {
  const { url } = await simulatorFor(t, { journalSize: 0 });

  t.deepEqual(await runCommand('logs', '--url', url), {
    code: 1,
    out: '',
    err: 'the gateway keeps no journal (JOURNAL_SIZE=0); --follow shows the calls that come\n',
  });
});
