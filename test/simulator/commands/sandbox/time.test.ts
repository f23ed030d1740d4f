import test from 'ava';
import { merchantInContainer } from '../../../helpers/process/container.ts';

const frozen = async () => {
  const shop = await merchantInContainer();
  await shop.sandbox.clock.freeze(shop.login);
  await shop.sandbox.clock.set(shop.login, '2030-01-01T00:00:00Z');
  return shop;
};

test('tillbox time shows the clock of a merchant, and what is due next', async (t) => {
  const { run, register } = await frozen();
  t.deepEqual(await run('time'), {
    code: 0,
    out: '2030-01-01 00:00:00Z  the clock stands still\nnothing is due\n',
    err: '',
  });

  const { orderId } = await register('A-1');
  const { out } = await run('time');
  t.is(
    out,
    `2030-01-01 00:00:00Z  the clock stands still\n2030-01-01 00:20:00Z  an order expires  orderId ${orderId}\n`,
  );
});

test('the clock is moved by a time, to a time, and to the next thing due', async (t) => {
  const { run, register, sandbox, login } = await frozen();
  const now = async () => (await sandbox.clock.get(login)).now;

  t.is((await run('time', '+1h30m')).code, 0);
  t.is(await now(), '2030-01-01T01:30:00.000Z');
  t.is((await run('time', '2030-02-01T00:00:00+06:00')).code, 0);
  t.is(await now(), '2030-01-31T18:00:00.000Z');
  const { orderId } = await register('A-1');
  const { out } = await run('time', 'next');
  t.is(out, '2030-01-31 18:20:00Z  the clock stands still\nnothing is due\n');
  t.is((await sandbox.orders.get(login, orderId)).status, 'declined');
});

test('the clock is stopped and started', async (t) => {
  const { run } = await merchantInContainer();

  t.regex((await run('time', 'freeze')).out, /Z {2}the clock stands still\n/);
  t.regex((await run('time', 'run')).out, /Z {2}the clock runs\n/);
});

test('tillbox time --json is the answer of the control API', async (t) => {
  const { run, sandbox, login } = await frozen();

  t.deepEqual(JSON.parse((await run('time', '--json')).out), await sandbox.clock.get(login));
});

test('there is no way to the next thing due if nothing is', async (t) => {
  const { run, login } = await frozen();

  t.deepEqual(await run('time', 'next'), {
    code: 1,
    out: '',
    err: `nothing is due for ${login}: time alone will do nothing\n`,
  });
});

const wrong: readonly (readonly [move: string, err: RegExp])[] = [
  ['20m', /^error: move 20m: expected \+20m, a time such as .*; did you mean \+20m\?\n/],
  ['-20m', /^error: unknown option '-20m'\n\(Nothing goes below zero, and a clock only moves forward: \+20m\)\n/],
  ['freez', /^error: move freez: expected .*; did you mean freeze\?\n/],
  ['toString', /^error: move toString: expected /],
  ['+20min', /^move \+20min: expected a time such as 20m, 1h30m or 500ms, .*\n$/],
  ['2030-01-01', /^move 2030-01-01: expected a time such as 2026-01-01T08:00:00Z/],
];
for (const [move, err] of wrong)
  test(`tillbox time ${move} moves nothing`, async (t) => {
    const { run, sandbox, login } = await frozen();
    const ran = await run('time', move);

    t.is(ran.code, 2);
    t.is(ran.out, '');
    t.regex(ran.err, err);
    t.is((await sandbox.clock.get(login)).now, '2030-01-01T00:00:00.000Z');
  });
