import test from 'ava';
import { pay, plainCard } from '../../../helpers/payments/pay.ts';
import { merchantInContainer } from '../../../helpers/process/container.ts';

const paidOrder = async () => {
  const shop = await merchantInContainer();
  const { orderId, formUrl } = await shop.register('A-1');
  await pay(formUrl, { card: plainCard });
  return { ...shop, orderId };
};

test('tillbox trigger makes the bank act on an order, and prints the order', async (t) => {
  const { run, orderId } = await paidOrder();

  t.deepEqual(await run('trigger', 'refund', 'A-1', '--amount', '500'), {
    code: 0,
    out: 'order A-1  refunded 4: refunded, wholly or in part\napproved 15 000.00 KZT, deposited 14 995.00 KZT, refunded 5.00 KZT\n',
    err: '',
  });
  const { out } = await run('trigger', 'chargeback', orderId, '--json');
  t.like(JSON.parse(out), { orderId, isChargedBack: true });
});

test('an act that the state does not allow is a failure with a reason', async (t) => {
  const { run } = await paidOrder();

  const { code, out, err } = await run('trigger', 'capture', 'A-1');

  t.deepEqual({ code, out }, { code: 1, out: '' });
  t.regex(err, /^capture is not possible: the order is deposited \(paid\), .*\n$/);
});

const wrong: readonly (readonly [args: readonly string[], err: RegExp])[] = [
  [['refnd', 'A-1'], /^error: act refnd: expected expire, capture, .*; did you mean refund\?\n/],
  [['refund', 'A-1', '--amount', '5.5'], /^error: --amount 5\.5: expected a whole number from 1\n/],
  [['expire', 'A-1', '--amount', '5'], /^--amount 5: only capture, reverse, refund take an amount\n$/],
  [['refund', 'A-9'], /^\S+ has no order A-9\n$/],
  [['refund'], /^error: missing required argument 'order'\n/],
];
for (const [args, err] of wrong)
  test(`tillbox trigger ${args.join(' ')} does nothing`, async (t) => {
    const { run, sandbox, login, orderId } = await paidOrder();
    const ran = await run('trigger', ...args);

    t.is(ran.code, 2);
    t.is(ran.out, '');
    t.regex(ran.err, err);
    t.is((await sandbox.orders.get(login, orderId)).refundedMinor, 0);
  });
