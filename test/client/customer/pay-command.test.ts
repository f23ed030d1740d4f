import test from 'ava';
import { runProgram } from '../../../simulator/commands/program.ts';
import { gatewayFor, poorPan, returned } from './stub-pages.ts';

const runPay = async (...args: string[]) => {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runProgram(['pay', ...args], { out: (text) => out.push(text), err: (text) => err.push(text) });
  return { code, out: out.join(''), err: err.join('') };
};

test('the pay command writes only the last address and exits with 0 after a payment', async (t) => {
  const gateway = await gatewayFor(t);

  t.deepEqual(await runPay(gateway.formUrl), { code: 0, out: `${returned}\n`, err: '' });
});

test('the pay command exits with 2 after a decline and says why', async (t) => {
  const gateway = await gatewayFor(t, { fates: { [poorPan]: 'decline' } });
  const atShop = await gatewayFor(t, { fates: { [poorPan]: 'pay' }, state: 'DECLINED' });

  const result = await runPay(gateway.formUrl, '--card', poorPan, '--expiry', '01/30', '--cvc', '321');

  t.deepEqual(result, { code: 2, out: `${gateway.origin}/payment/pay/submit\n`, err: 'declined: Not enough money\n' });
  t.is(gateway.received[1]?.form.get('newCardCvc'), '321');
  t.is((await runPay(atShop.formUrl, '--card', poorPan)).code, 2);
});

test('the pay command counts a finished verification as a success, and a doubtful end as neither', async (t) => {
  t.is((await runPay((await gatewayFor(t, { state: 'REVERSED' })).formUrl)).code, 0);

  const unsure = await runPay((await gatewayFor(t, { state: 'CREATED' })).formUrl);
  t.is(unsure.code, 1);
  t.is(
    unsure.err,
    'not paid (paymentState CREATED); the last page was a redirect to the shop; --verbose prints every page\n',
  );
});

test('the pay command answers anything else with 1 and one line', async (t) => {
  const gateway = await gatewayFor(t, { fates: { '1': 'bad-number' } });
  await gateway.stop();
  const badCard = await gatewayFor(t, { fates: { '1': 'bad-number' } });

  const lines: readonly (readonly [readonly string[], RegExp])[] = [
    [['ftp://x'], /not an http/],
    [
      [gateway.formUrl],
      /^opening a page: cannot reach .*ECONNREFUSED.*; start the gateway \(tillbox start\), or check the address/,
    ],
    [[badCard.formUrl, '--card', '1'], /^the card page refused the card: pan: Check the number/],
    [[badCard.formUrl, '--expiry', 'soon'], /MM\/YY/],
  ];
  for (const [args, message] of lines) {
    const { code, err } = await runPay(...args);
    t.is(code, 1);
    t.regex(err, message);
    t.is(err.trimEnd().split('\n').length, 1);
  }
});

test('the pay command explains itself, and its steps on demand', async (t) => {
  const gateway = await gatewayFor(t);

  const help = await runPay('--help');
  const verbose = await runPay(gateway.formUrl, '--verbose', '--otp', '123456');

  t.is(help.code, 0);
  t.regex(help.out, /--card <PAN>/);
  t.is(verbose.out, `${returned}\n`);
  t.is(verbose.err.trimEnd().split('\n').length, 5);
  t.regex(verbose.err, /^GET http.* 200 the payment page\n/);
});
