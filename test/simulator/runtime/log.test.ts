import { setImmediate as nextTurn } from 'node:timers/promises';
import test, { type ExecutionContext } from 'ava';
import { createLog } from '../../../simulator/runtime/log.ts';
import { memoryStore } from '../../../simulator/store/memory/memory-store.ts';
import { pay, plainCard } from '../../helpers/payments/pay.ts';
import { type OwnProcess, ownProcessFor } from '../../helpers/process/own-process.ts';
import { ask } from '../../helpers/simulator/ask.ts';
import { type Json, login, simulatorFor } from '../../helpers/simulator/simulator.ts';

const call = (url: string, endpoint: string, fields: Readonly<Record<string, string>>, requestId?: string) =>
  ask(`${url}/payment/rest/${endpoint}`, {
    method: 'POST',
    body: new URLSearchParams({ ...login, ...fields }).toString(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...(requestId !== undefined && { 'x-request-id': requestId }),
    },
  });

const order = { amount: '1500000', returnUrl: 'https://shop.example/return' };

/** The log of the program when it has ended. */
const logOf = async ({ kill, output }: OwnProcess): Promise<readonly Json[]> => {
  await kill('SIGTERM');
  const lines = output.out.split('\n').filter((line) => line.startsWith('{'));
  return lines.map((line) => JSON.parse(line) as Json);
};

test('at debug a request is one line, with the id that its answer has', async (t) => {
  const program = await ownProcessFor(t, { LOG_LEVEL: 'debug' });

  const answers = [
    await call(program.url, 'register.do', order, 'shop-7.a'),
    await call(program.url, 'register.do', order),
    await ask(`${program.url}/sandbox/health?token=hidden`, { method: 'GET' }),
    await call(program.url, 'register.do', order, 'not {sane}'),
  ];
  const ids = answers.map(({ headers }) => headers['x-request-id']);
  const lines = (await logOf(program)).filter(({ msg }) => msg === 'request');

  t.is(ids[0], 'shop-7.a');
  t.is(new Set(ids).size, 4);
  t.regex(String(ids[3]), /^[\da-z]+-3$/);
  t.deepEqual(
    lines.map(({ requestId }) => requestId),
    ids,
  );
  t.like(lines[0], { method: 'POST', path: '/payment/rest/register.do', status: 200, merchant: 'test_user' });
  t.like(lines[2], { method: 'GET', path: '/sandbox/health', status: 200 });
  t.regex(lines[0]?.['time'], /^\d{4}-\d\d-\d\dT/);
});

test('every line that a request causes has its id, and none has a card number, password, token or query', async (t) => {
  const program = await ownProcessFor(t, { LOG_LEVEL: 'debug', CALLBACK_TOKEN: 'callback-secret', MERCHANTS: '*' });
  const scenario = { jsonParams: '{"scenario":"callback-lost"}' };

  const registered = await call(program.url, 'register.do', { ...order, ...scenario });
  const { formUrl } = JSON.parse(registered.text) as { formUrl: string };
  await pay(formUrl, { card: plainCard });
  await call(program.url, 'register.do', { ...order, userName: '5555 5555 5555 5599' });
  await ask(`${program.url}/payment/rest/getOrderStatus.do?orderId=1&userName=a&password=query-secret`, {
    method: 'GET',
  });
  await ask(`${program.url}/no/5555555555555599?token=query-secret`, { method: 'GET' });
  const lines = await logOf(program);
  const text = JSON.stringify(lines);

  const attempt = lines.find(({ msg }) => msg === 'payment attempt');
  t.truthy(attempt, text);
  t.deepEqual(
    lines.filter(({ requestId, msg }) => requestId === undefined && !/^stop/.test(msg)),
    [],
  );
  t.true(lines.some(({ msg, requestId }) => msg === 'request' && requestId === attempt?.['requestId']));
  t.true(text.includes('/no/555555**5599'), text);
  for (const secret of [
    plainCard.pan,
    '5555555555555599',
    '5555 5555 5555 5599',
    login['password'] ?? '',
    'callback-secret',
    'query-secret',
    'mdOrder=',
  ])
    t.false(text.includes(secret), secret);
});

test('by default a hint is written with the id of its request, and a request that is fine is not', async (t) => {
  const program = await ownProcessFor(t, { LOG_LEVEL: 'warn' });

  const fine = await call(program.url, 'register.do', order);
  const sent = await call(program.url, 'register.do', { ...order, password: 'wrong-secret' }, 'mine');
  await call(program.url, 'register.do', { ...order, password: 'wrong-secret' });
  const lines = await logOf(program);

  t.is(fine.headers['x-request-id'], undefined);
  t.is(sent.headers['x-request-id'], 'mine');
  t.deepEqual(
    lines.map(({ requestId, reason }) => [/-1$/.test(requestId) ? 'made' : requestId, reason]),
    [
      ['mine', 'access-denied'],
      ['made', 'access-denied'],
    ],
  );
  t.false(program.output.out.includes('wrong-secret'));
});

/** A simulator with a bug in what it keeps. */
const brokenFor = (t: ExecutionContext) => {
  const store = memoryStore();
  const fail = async (): Promise<never> => {
    throw new TypeError('broken');
  };
  return simulatorFor(t, { logLevel: 'silent', store: { ...store, orders: { ...store.orders, find: fail } } });
};

test('a bug is HTTP 500 with the id of its line in the log, on every surface', async (t) => {
  const { url } = await brokenFor(t);
  const paths = [
    '/payment/rest/getOrderStatus.do?userName=test_user&password=test_user_password&orderId=a',
    '/payment/merchants/payment_en.html?mdOrder=a',
    '/sandbox/merchants/test_user/orders/a',
  ];

  for (const path of paths) {
    const made = await fetch(url + path);
    t.is(made.status, 500, path);
    t.regex(made.headers.get('x-request-id') ?? '', /^[\da-z]+-\d+$/, path);

    const sent = await fetch(url + path, { headers: { 'x-request-id': 'mine' } });
    t.is(sent.headers.get('x-request-id'), 'mine', path);
  }
});

/** What a log of this level writes. */
const written = async (level: 'warn' | 'info', use: (log: ReturnType<typeof createLog>) => void) => {
  const lines: Json[] = [];
  const write = (line: string) => lines.push(JSON.parse(line) as Json);
  const log = createLog(level, { to: 'stderr', format: 'json', write });
  use(log);
  await log.flush();
  await nextTurn();
  return lines;
};

test('an error is written with its stack and its cause, but not with what hangs on it', async (t) => {
  const wrongUrl = t.throws(() => new URL('no address ?password=hidden-secret'));
  const error = new Error('cannot read /a?token=hidden-secret of 4111 1111 1111 1111', { cause: wrongUrl });

  const [line, ...more] = await written('warn', (log) => log.error({ err: error }, 'a bug'));

  t.is(more.length, 0);
  t.like(line, { level: 50, msg: 'a bug' });
  t.like(line?.['err'], { type: 'Error', message: 'cannot read /a?*** of 411111**1111' });
  t.regex(line?.['err'].stack, /log\.test\.ts/);
  t.is(line?.['err'].cause.code, 'ERR_INVALID_URL');
  t.false(JSON.stringify(line).includes('hidden-secret'));
});

test('ids and amounts that are no card numbers stay as they are', async (t) => {
  const facts = { orderId: '01a20a9c-ab70-759c-9d64-411111111111', atMs: 1_767_254_400_001, amountMinor: 1_500_000 };

  const [line] = await written('info', (log) => log.info(facts, 'order'));

  t.like(line, facts);
});

test('what is logged later about a request has its id, and what is below the level costs no line', async (t) => {
  const lines = await written('info', (log) => {
    log.withRequestId('one', () => void Promise.resolve().then(() => log.info({}, 'later')));
    log.info({}, 'nobody');
  });
  const quiet = await written('warn', (log) => log.withRequestId('one', () => log.info({}, 'never')));

  t.deepEqual(lines.map(({ msg, requestId }) => [msg, requestId]).sort(), [
    ['later', 'one'],
    ['nobody', undefined],
  ]);
  t.deepEqual(quiet, []);
});

test('the last lines are kept, masked, and another level counts from then on', async (t) => {
  const log = createLog('warn', { to: 'stderr', format: 'json', write: () => {} });
  log.info({}, 'left out');
  log.setLevel('debug');
  t.true(log.isDebug && log.hasRequestIds);
  log.withRequestId('shop-7', () => log.debug({ path: `/x?pan=${plainCard.pan}` }, `card ${plainCard.pan}`));
  log.error({ err: new Error('broken') }, 'failed');

  const [first, second] = await log.tail();

  t.like(first, { level: 'debug' });
  t.regex(first?.text ?? '', /^card \S*\*+\d{4} {2}requestId=shop-7 {2}path=\/x\?\*\*\*$/);
  t.regex(second?.text ?? '', /^error: failed\n {4}Error: broken/);
  log.setLevel('error');
  t.false(log.isInfo || log.hasRequestIds);
  log.warn({}, 'left out, too');
  for (let count = 0; count < 150; count++) log.step('warn', {}, `line ${count}`);
  t.is((await log.tail()).length, 2, 'of a lower level');
  log.setLevel('info');
  for (let count = 0; count < 150; count++) log.info({}, `line ${count}`);
  const lines = await log.tail();
  t.is(lines.length, 100);
  t.is(lines.at(-1)?.text, 'line 149');
});
