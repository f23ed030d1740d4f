import test from 'ava';
import type { Callback } from '../../../simulator/domain/callback.ts';
import type { Order } from '../../../simulator/domain/orders/order.ts';
import { isGivenUp, lastTryLine } from '../../../simulator/inspection/callbacks/callback-timeline.ts';
import { orderSteps } from '../../../simulator/inspection/orders/order-timeline.ts';
import { createStepLog } from '../../../simulator/inspection/orders/step-log.ts';
import type { Log } from '../../../simulator/runtime/log.ts';
import { hold, payWith } from '../../helpers/payments/paid-order.ts';
import { challengeCard, challengeThatFails, frictionlessCard, pay, plainCard } from '../../helpers/payments/pay.ts';
import { simulatorFor, startMs, type TestSimulator } from '../../helpers/simulator/simulator.ts';
import { anAttempt, anOrder } from '../../helpers/stores/an-order.ts';

const linesOf = (order: Order): readonly string[] => orderSteps(order).flatMap(({ line }) => line ?? []);

const playedLines = async ({ store }: TestSimulator, orderId: string): Promise<readonly string[]> => {
  const order = await store.orders.find(orderId);
  return order ? linesOf(order) : [];
};

test('each way through 3-D Secure is said with the end of the payment', async (t) => {
  const simulator = await simulatorFor(t);
  const linesWith = async (card: typeof plainCard | typeof challengeCard | typeof frictionlessCard) => {
    const { orderId, formUrl } = await simulator.register();
    await pay(formUrl, { card });
    return (await playedLines(simulator, orderId)).slice(1);
  };

  t.deepEqual(await linesWith(plainCard), ['paid 15 000.00 KZT']);
  t.deepEqual(await linesWith(frictionlessCard), ['paid 15 000.00 KZT, frictionless']);
  t.deepEqual(await linesWith(challengeCard), [
    "payer sent to the issuer's page (3-D Secure 2)",
    'paid 15 000.00 KZT, challenge passed',
  ]);
});

test('declines are said with their code, their way and their count; then the expiry', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId, formUrl } = await simulator.register();
  await pay(formUrl, { card: challengeThatFails });
  await simulator.clock.advance(1_200_000);

  const lines = await playedLines(simulator, orderId);

  t.regex(lines[2] ?? '', /^declined with -?\d+ \([a-z-]+\), challenge failed, attempt 1 of 3$/);
  t.is(lines.at(-1), 'expired with -2007 (session-expired)');
});

test('the money of an order is said in its own currency, step by step', async (t) => {
  const simulator = await simulatorFor(t);
  const orderId = await hold(simulator, { amount: '1234567' });
  for (const amount of ['1000000', '234567']) await simulator.call('deposit.do', { orderId, amount });
  await simulator.call('refund.do', { orderId, amount: '1' });
  const reversed = await payWith(simulator, plainCard.pan);
  await simulator.call('reverse.do', { orderId: reversed });

  const lines = await playedLines(simulator, orderId);

  t.deepEqual(lines, [
    'registered by test_user, 12 345.67 KZT, to be held first',
    'held 12 345.67 KZT',
    ...lines.slice(2, -1),
    'refunded 0.01 KZT',
  ]);
  t.is(lines[2], 'captured 10 000.00 KZT');
  t.is((await playedLines(simulator, reversed)).at(-1), 'reversed 15 000.00 KZT');
});

const inCurrency: readonly (readonly [currency: string, amountMinor: number, line: string])[] = [
  ['392', 1_500_000, 'registered by test_user, 1 500 000 JPY'],
  ['414', 1_500_000, 'registered by test_user, 1 500.000 KWD'],
  ['840', 99_999, 'registered by test_user, 999.99 USD'],
  ['999', 100_000, 'registered by test_user, 1 000.00 999'],
];
for (const [currency, amountMinor, line] of inCurrency) {
  test(`an amount has the decimals of its currency: ${line}`, (t) => {
    t.deepEqual(linesOf(anOrder({ currency, amountMinor })), [line]);
  });
}

const { actionCode: _, authorisation: __, ...unfinished } = anAttempt();

const others: readonly (readonly [order: Order, line: string])[] = [
  [anOrder({ status: 'pending', attempts: [unfinished] }), 'pending: the bank has not decided yet'],
  [
    anOrder({
      attempts: [anAttempt({ plan: { route: 'none', verdict: { kind: 'approve', approvedMinor: 40_000 } } })],
    }),
    'paid 400.00 KZT of 1 000.00 KZT',
  ],
  [
    anOrder({ attemptsAllowed: 1, attempts: [anAttempt({ actionCode: 116 })] }),
    'declined with 116 (insufficient-funds)',
  ],
  [anOrder({ features: ['VERIFY'], attempts: [anAttempt()] }), 'card checked with 1 000.00 KZT'],
  [anOrder({ isPayOut: true, attempts: [anAttempt()] }), 'paid out 1 000.00 KZT'],
  [anOrder({ marks: [{ atMs: startMs, what: 'charged-back' }] }), 'charged back'],
  [
    anOrder({ actionCode: 4005, marks: [{ atMs: startMs, what: 'closed' }] }),
    'closed with 4005 (declined-by-merchant)',
  ],
  [
    anOrder({
      missedSteps: [{ atMs: startMs, scenario: 'late', asked: 'a capture', because: 'the order is not held' }],
    }),
    'scenario late asked for a capture: not possible, the order is not held',
  ],
];
for (const [order, line] of others) {
  test(`a step in short: ${line}`, (t) => {
    t.is(linesOf(order).at(-1), line);
  });
}

const callback: Callback = {
  id: 'c',
  merchant: 'test_user',
  subject: 'o',
  url: 'http://user:word@shop.test:3001/callback?key=secret',
  method: 'GET',
  fields: [
    ['mdOrder', 'o'],
    ['orderNumber', '1042'],
    ['operation', 'deposited'],
    ['status', '1'],
  ],
  retryAfterMs: 30_000,
  mostFailures: 3,
  createdAtMs: startMs,
  dueMs: startMs + 30_000,
  state: 'waiting',
  tries: [],
};

const failed = (error: string) => ({ ...callback, tries: [{ atMs: startMs, error }] });
const fault = (settings: NonNullable<Callback['fault']>['settings']) => ({ scenario: 's', sentence: '', settings });
const blocked = 'shop.test:3001 is not among CALLBACK_HOSTS';

const tries: readonly (readonly [callback: Callback, line: string])[] = [
  [failed('ECONNREFUSED'), 'callback deposited: refused by shop.test:3001, again in 30 s'],
  [failed('ENOTFOUND'), 'callback deposited: no address is known for shop.test:3001, again in 30 s'],
  [failed('CERT_HAS_EXPIRED'), 'callback deposited: no answer from shop.test:3001 (CERT_HAS_EXPIRED), again in 30 s'],
  [
    failed('no answer within 10000 ms'),
    'callback deposited: no answer within 10000 ms from shop.test:3001, again in 30 s',
  ],
  [
    { ...failed('ECONNREFUSED'), dueMs: startMs + 120_000 },
    'callback deposited: refused by shop.test:3001, again in 2 min',
  ],
  [
    { ...failed('ECONNREFUSED'), fault: fault({ failures: 1 }) },
    'callback deposited: not sent, as if refused by shop.test:3001 (scenario s), again in 30 s',
  ],
  [
    {
      ...callback,
      tries: [{ atMs: startMs, httpStatus: 500 }],
      fields: [
        ['operation', 'approved'],
        ['status', '0'],
      ],
    },
    'callback approved (status 0): HTTP 500 from shop.test:3001, again in 30 s',
  ],
  [
    { ...callback, state: 'delivered', tries: [{ atMs: startMs, httpStatus: 200 }] },
    'callback deposited: accepted by shop.test:3001',
  ],
  [
    { ...callback, tries: [{ atMs: startMs, httpStatus: 200 }], fault: fault({ sends: 2 }) },
    'callback deposited: accepted by shop.test:3001, sent 2 times in all (scenario s)',
  ],
  [
    { ...callback, state: 'delivered', tries: [{ atMs: startMs, httpStatus: 200, byHand: true }] },
    'callback deposited, sent by hand: accepted by shop.test:3001',
  ],
  [{ ...failed(blocked), state: 'given-up' }, `callback deposited: given up: ${blocked}`],
  [
    {
      ...callback,
      state: 'given-up',
      tries: [...failed('').tries, ...failed('').tries, ...failed('ECONNRESET').tries],
    },
    'callback deposited: given up after 3 tries: broken off by shop.test:3001',
  ],
];
for (const [tried, line] of tries) {
  test(`a try in short: ${line}`, (t) => {
    t.is(lastTryLine(tried), line);
    t.is(isGivenUp(tried), line.includes('given up'));
  });
}

interface Written {
  readonly level: string;
  readonly facts: object;
  readonly message: string;
}

/** A log that keeps its steps. */
const logOf = (isInfo: boolean) => {
  const lines: Written[] = [];
  const log = {
    isInfo,
    step: (level: string, facts: object, message: string) => void lines.push({ level, facts, message }),
  } as Partial<Log> as Log;
  return { lines, steps: createStepLog(log, () => 'http://127.0.0.1:1/sandbox') };
};

test('each step of an order is logged once, with the page of the order for its first step and for trouble', (t) => {
  const { lines, steps } = logOf(true);
  const registered = anOrder({ merchant: 'a b' });
  const declined: Order = { ...registered, actionCode: 116, attempts: [anAttempt({ actionCode: 116 })] };
  const paid: Order = { ...declined, status: 'deposited', attempts: [...declined.attempts, anAttempt({ number: 2 })] };
  const seen = [registered, declined, paid, paid];
  for (const [index, order] of seen.entries()) steps.order(seen[index - 1], order);

  const page = `http://127.0.0.1:1/orders/${registered.id}`;
  t.deepEqual(
    lines.map(({ message, facts }) => [message, (facts as { page?: string }).page]),
    [
      ['registered by a b, 1 000.00 KZT', page],
      ['declined with 116 (insufficient-funds), attempt 1 of 3', page],
      ['paid 1 000.00 KZT', undefined],
    ],
  );
});

test('a callback is logged under the order that it is about, also if a scenario sends another id with it', (t) => {
  const { lines, steps } = logOf(true);
  const wrong = callback.fields.map(([name, value]) => [name, name === 'mdOrder' ? 'another' : value] as const);
  const card = {
    ...failed('ECONNREFUSED'),
    subject: 'card',
    fields: [['operation', 'bindingActivityChanged']] as const,
  };
  steps.callback({ ...failed('ECONNREFUSED'), fields: wrong });
  steps.callback(card);
  steps.callback({ ...card, fields: [...card.fields, ['mdOrder', 'o']] });

  t.deepEqual(
    lines
      .map(({ facts }) => facts as { orderId?: string; bindingId?: string })
      .map(({ orderId, bindingId }) => [orderId, bindingId]),
    [
      ['o', undefined],
      [undefined, 'card'],
      ['o', 'card'],
    ],
  );
});

test('the fault of a new callback is logged, with its scenario; a callback without one is not', (t) => {
  const { lines, steps } = logOf(true);
  steps.newCallback(callback);
  steps.newCallback({ ...callback, state: 'lost', fault: fault({ isLost: true, delayMs: 60_000 }) });

  t.deepEqual(
    lines.map(({ message }) => message),
    ['callback deposited is lost, comes 1m late (scenario s)'],
  );
});

test('below info only a callback that is given up is logged: a warning with its reason, without the secrets of its address', (t) => {
  const { lines, steps } = logOf(false);
  steps.order(undefined, anOrder());
  steps.callback(failed('ECONNREFUSED'));
  const givenUp: Callback = { ...failed('ECONNREFUSED'), state: 'given-up' };
  steps.callback(givenUp);
  steps.callback({ ...givenUp, tries: [...givenUp.tries, { atMs: startMs, error: 'ECONNREFUSED', byHand: true }] });

  t.deepEqual(lines, [
    {
      level: 'warn',
      facts: {
        merchant: 'test_user',
        orderId: 'o',
        orderNumber: '1042',
        callbackId: 'c',
        operation: 'deposited',
        address: 'http://shop.test:3001/callback?***',
        tries: 1,
        reason: 'ECONNREFUSED',
        page: 'http://127.0.0.1:1/orders/o',
      },
      message: 'callback deposited: given up: refused by shop.test:3001',
    },
  ]);
});
