import test from 'ava';
import { pay, plainCard } from '../../../helpers/payments/pay.ts';
import { merchantInContainer, runCommand } from '../../../helpers/process/container.ts';

test('tillbox why tells the end, the reasons and the history of an order, by its id or its number', async (t) => {
  const { register, run, sandbox } = await merchantInContainer();
  const { orderId, formUrl } = await register('A-1', { jsonParams: { scenario: 'insufficient-funds' } });
  await pay(formUrl, { card: plainCard });

  const byNumber = await run('why', 'A-1');

  t.deepEqual(byNumber, { code: 0, out: `${await sandbox.whyOf(orderId)}\n`, err: '' });
  t.regex(byNumber.out, /Attempt 1 was declined with 116 \(insufficient-funds\)/);
  t.deepEqual(await run('why', orderId), byNumber);
});

test('an orderId needs no login', async (t) => {
  const { register, run, reach } = await merchantInContainer();
  const { orderId } = await register('A-1: of merchant x: 1');

  t.deepEqual(await runCommand('why', orderId, ...reach), await run('why', orderId));
});

test('tillbox why --json is everything about the order', async (t) => {
  const { register, run, sandbox, login, reach } = await merchantInContainer();
  const { orderId } = await register('A-1: of merchant x: 1');

  const { out } = await run('why', orderId, '--json');

  t.deepEqual(JSON.parse(out), await sandbox.orders.get(login, orderId));
  t.is((await runCommand('why', orderId, '--json', ...reach)).out, out);
});

test('an order that is not there is named', async (t) => {
  const { run, login, reach } = await merchantInContainer();

  t.deepEqual(await run('why', 'A-9'), { code: 2, out: '', err: `${login} has no order A-9\n` });
  t.deepEqual(await runCommand('why', 'A-9', ...reach), {
    code: 2,
    out: '',
    err: 'test_user has no order A-9; --login names another merchant\n',
  });
});

test('the order of another merchant is none of this one', async (t) => {
  const [one, other] = [await merchantInContainer(), await merchantInContainer()];
  const { orderId } = await one.register('A-1');

  t.deepEqual(await other.run('why', orderId), { code: 2, out: '', err: `${other.login} has no order ${orderId}\n` });
});
