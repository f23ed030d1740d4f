import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import test, { type ExecutionContext } from 'ava';
import { eventually } from '../../helpers/ava/eventually.ts';
import { testWithout } from '../../helpers/ava/test-without.ts';
import { challengeCard, pay } from '../../helpers/payments/pay.ts';
import { addressOf, type OwnProcess, ownProcessFor, startProgram } from '../../helpers/process/own-process.ts';
import { receiverFor } from '../../helpers/shop/receiver.ts';
import { type Fields, type Json, login } from '../../helpers/simulator/simulator.ts';

const call = async (restUrl: string, endpoint: string, fields: Fields): Promise<Json> => {
  const body = new URLSearchParams({ ...login, ...fields });
  return (await (await fetch(restUrl + endpoint, { method: 'POST', body })).json()) as Json;
};

const order = { amount: '1500000', returnUrl: 'https://shop.example/' };

/** The lines that a program wrote with their time, without it. */
const linesOf = ({ output }: Pick<OwnProcess, 'output'>): readonly string[] =>
  output.out.split(/\r?\n/).flatMap((line) => /^\d\d:\d\d:\d\d {2}(.*)$/.exec(line)?.[1] ?? []);

test('as text, a person reads each step of an order and each try of a callback, and no request', async (t) => {
  const shop = await receiverFor(t, 500, 200);
  const program = await ownProcessFor(t, { LOG_FORMAT: 'text', LOG_LEVEL: '', CALLBACK_URL: shop.url });
  const { orderId, formUrl } = await call(program.restUrl, 'register.do', { ...order, orderNumber: '1042' });
  await pay(formUrl, { card: challengeCard });
  await shop.hasReceived(1);
  const scenario = { jsonParams: '{"scenario":"callback-lost"}', orderNumber: '1043' };
  const lost = await call(program.restUrl, 'register.do', { ...order, ...scenario });
  await pay(lost['formUrl'], { card: challengeCard });
  await call(program.restUrl, 'register.do', { ...order, password: 'wrong-secret' });
  await program.kill('SIGTERM');

  const short = (id: string): string => `(…${id.slice(-6)})`;
  const host = new URL(shop.url).host;
  const pageOf = (id: string) => `${program.url}/orders/${id}`;
  t.deepEqual(
    linesOf(program),
    [
      [orderId, '1042', `registered by test_user, 15 000.00 KZT  ${pageOf(orderId)}`],
      [orderId, '1042', "payer sent to the issuer's page (3-D Secure 2)"],
      [orderId, '1042', 'paid 15 000.00 KZT, challenge passed'],
      [orderId, '1042', `callback deposited: HTTP 500 from ${host}, again in 30 s`],
      [lost['orderId'], '1043', `registered by test_user, 15 000.00 KZT  ${pageOf(lost['orderId'])}`],
      [lost['orderId'], '1043', "payer sent to the issuer's page (3-D Secure 2)"],
      [lost['orderId'], '1043', 'paid 15 000.00 KZT, challenge passed'],
      [lost['orderId'], '1043', 'callback deposited is lost (scenario callback-lost)'],
    ]
      .map(([id = '', number, words]) => `order ${number} ${short(id)}  ${words}`)
      .concat('warning: the password of test_user is another one  path=rest/register.do  reason=access-denied'),
  );
  t.false(program.output.out.includes('\u001b'), 'colours are for terminals');
  t.false(program.output.out.includes('wrong-secret'));
});

test('where standard output is no terminal, each line is JSON, and at the default level a callback that is given up is one', async (t) => {
  const program = await ownProcessFor(t, { LOG_LEVEL: '' });
  const dynamicCallbackUrl = 'http://shop:hidden@169.254.1.1/callback?key=hidden';
  const { orderId, formUrl } = await call(program.restUrl, 'register.do', { ...order, dynamicCallbackUrl });
  await pay(formUrl, { card: challengeCard });
  const jsonLine = () => program.output.out.split('\n').find((text) => text.startsWith('{')) ?? '';
  await eventually(t, jsonLine, (text) => text !== '');
  const line = jsonLine();

  t.like(JSON.parse(line), {
    level: 40,
    merchant: 'test_user',
    orderId,
    operation: 'deposited',
    address: 'http://169.254.1.1/callback?***',
    tries: 1,
    reason: '169.254.1.1 is a link-local or metadata address, which only CALLBACK_HOSTS can allow',
  });
  t.regex((JSON.parse(line) as Json)['msg'], /^callback deposited: given up: 169\.254\.1\.1 is a link-local/);
  t.false(line.includes('hidden'));
});

/** A program below a terminal of its own; GNU and util-linux know `script`. */
const onTerminal = ['sh', '-c', 'exec script -qefc "$0 $1" /dev/null'];
const linuxTest = (title: string, body: (t: ExecutionContext) => Promise<void>): void =>
  process.platform === 'linux' ? test(title, body) : testWithout('no script of util-linux', title);

for (const [environment, isText, hasColours] of [
  [{ TERM: 'xterm-256color' }, true, true],
  [{ TERM: 'xterm-256color', NO_COLOR: '1' }, true, false],
  [{ TERM: 'xterm-256color', LOG_FORMAT: 'json' }, false, false],
] as const) {
  linuxTest(`on a terminal with ${JSON.stringify(environment)}`, async (t) => {
    const program = startProgram({ LOG_LEVEL: 'info', ...environment }, onTerminal);
    t.teardown(() => program.kill());
    await call(await addressOf(program), 'register.do', { ...order, orderNumber: '1042' });
    const { output } = program;
    await eventually(
      t,
      () => output.out,
      (text) => text.includes('registered by test_user, 15 000.00 KZT'),
    );

    const { out } = output;
    t.is(/\n\{"level"/.test(out), !isText, out);
    t.is(out.includes('\u001b['), hasColours, out);
  });
}

const index = fileURLToPath(new URL('../../../simulator/index.ts', import.meta.url));

/** What a program writes that starts a simulator with these options, and lets it give up a callback. */
const writtenInProcess = async (options: string) => {
  const program = `
    import { startSimulator } from ${JSON.stringify(index)};
    const simulator = await startSimulator({ callbacks: { url: 'http://169.254.1.1/' }, ...${options} });
    const { restUrl } = simulator;
    const login = { userName: 'test_user', password: 'test_user_password' };
    const post = async (path, fields) => (await fetch(restUrl + path, { method: 'POST', body: new URLSearchParams({ ...login, ...fields }) })).json();
    const { orderId } = await post('register.do', { amount: 100, returnUrl: 'http://a.test/' });
    await post('paymentorder.do', { MDORDER: orderId, $PAN: '4444555511113333', $CVC: '123', YYYY: '2034', MM: '12', TEXT: 'A', ip: '127.0.0.1' });
    await simulator.settled();
    await simulator.stop();`;
  return promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program]);
};

test('in process nothing is logged by default; what is asked for goes to standard error', async (t) => {
  const [silent, asked, text] = await Promise.all([
    writtenInProcess('{}'),
    writtenInProcess("{ logLevel: 'warn' }"),
    writtenInProcess("{ logLevel: 'info', logFormat: 'text' }"),
  ]);

  t.deepEqual(silent, { stdout: '', stderr: '' });
  t.is(asked.stdout, '');
  t.regex(asked.stderr, /^\{"level":40,.*"msg":"callback deposited: given up: .*\}\n$/);
  t.is(text.stdout, '');
  t.regex(text.stderr, /order \S+ \(….{6}\) {2}paid 1\.00 KZT\n/);
});
