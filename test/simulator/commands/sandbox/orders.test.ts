import test from 'ava';
import { pay, plainCard } from '../../../helpers/payments/pay.ts';
import { merchantInContainer } from '../../../helpers/process/container.ts';

const threeOrders = async () => {
  const shop = await merchantInContainer();
  const paid = await shop.register('A-1');
  await pay(paid.formUrl, { card: plainCard });
  const declined = await shop.register('A-2', { amountMinor: 500, jsonParams: { scenario: 'insufficient-funds' } });
  await pay(declined.formUrl, { card: plainCard });
  await shop.sandbox.clock.advance(shop.login, '1s');
  return { ...shop, paid, declined, open: await shop.register('A-3', { amountMinor: 100 }) };
};

test('tillbox orders is a table, newest first, with the last decision about each', async (t) => {
  const { run, paid, declined, open } = await threeOrders();

  const { code, out, err } = await run('orders');

  t.deepEqual({ code, err }, { code: 0, err: '' });
  const lines = out.split('\n').map((line) => line.replace(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d {2}/, '').split(/ {2,}/));
  t.deepEqual(lines, [
    ['time', 'number', 'amount', 'status', 'what happened', 'orderId'],
    ['A-3', '1.00 KZT', 'created 0', 'registered, not paid yet', open.orderId],
    ['A-2', '5.00 KZT', 'created 0', 'Insufficient funds (116)', declined.orderId],
    ['A-1', '15 000.00 KZT', 'deposited 2', 'paid', paid.orderId],
    [''],
  ]);
});

test('tillbox orders has the filters of the control API', async (t) => {
  const { run, paid, open } = await threeOrders();
  const idsOf = async (...args: readonly string[]) =>
    [...(await run('orders', ...args)).out.matchAll(/[\da-f-]{36}$/gm)].map(([id]) => id);

  t.deepEqual(await idsOf('--status', 'deposited'), [paid.orderId]);
  t.deepEqual(await idsOf('--number', 'A-3'), [open.orderId]);
  t.deepEqual(await idsOf('--since', '2500-01-01T00:00:00Z'), []);
  const { out } = await run('orders', '--limit', '1');
  t.true(out.endsWith(`1 of 3; --before ${open.orderId} shows older ones\n`), out);
  t.is((await idsOf('--before', open.orderId)).length, 2);
});

test('tillbox orders --json is the answer of the control API', async (t) => {
  const { run, sandbox, login } = await threeOrders();

  const { out } = await run('orders', '--json', '--status', 'created');

  t.deepEqual(JSON.parse(out), await sandbox.orders.list(login, { status: 'created' }));
});

test('without orders there is a sentence', async (t) => {
  const { run, login } = await merchantInContainer();

  t.deepEqual(await run('orders'), { code: 0, out: `${login} has no such order.\n`, err: '' });
});

const wrong: readonly (readonly [args: readonly string[], err: RegExp])[] = [
  [['--status', 'depositd'], /^error: --status depositd: expected created, .*; did you mean deposited\?\n/],
  [['--limit', '0'], /^error: --limit 0: expected a whole number from 1\n/],
  [['--since', 'yesterday'], /^--since yesterday: expected a time such as 2026-01-01T08:00:00Z\n$/],
  [['--before', 'x'], /^--before x: \S+ has no order with the id x\n$/],
];
for (const [args, err] of wrong)
  test(`tillbox orders ${args.join(' ')} is wrong usage`, async (t) => {
    const { run } = await merchantInContainer();
    const ran = await run('orders', ...args);

    t.is(ran.code, 2);
    t.is(ran.out, '');
    t.regex(ran.err, err);
  });
