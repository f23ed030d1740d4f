import test, { type ExecutionContext } from 'ava';
import { ScenarioError } from '../../../simulator/domain/errors/scenario-error.ts';
import { createClock } from '../../../simulator/runtime/clock.ts';
import { parseScenario } from '../../../simulator/scenario-engine/definition/parse-scenario.ts';
import { laterSteps } from '../../../simulator/scenario-engine/steps/later-steps.ts';
import { hold, payWith } from '../../helpers/payments/paid-order.ts';
import { challengeCard, pay, plainCard } from '../../helpers/payments/pay.ts';
import { receiverFor } from '../../helpers/shop/receiver.ts';
import { simulatorFor, startMs, type TestSimulator } from '../../helpers/simulator/simulator.ts';
import { countingStore } from '../../helpers/stores/counting-store.ts';

const planned = { jsonParams: '{"scenario":"planned"}' };

/** A shop that answers 200, and a gateway whose scenario `planned` has these steps. */
const stageFor = async (t: ExecutionContext, ...later: readonly object[]) => {
  const shop = await receiverFor(t, 200);
  const simulator = await simulatorFor(t, {
    scenarios: [parseScenario('planned', { later })],
    callbacks: { url: shop.url },
  });
  return { shop, simulator };
};

const advance = async (simulator: TestSimulator, ms: number): Promise<void> => {
  await simulator.clock.advance(ms);
  await simulator.settled();
};

const actsOf = async ({ store }: TestSimulator, orderId: string) => (await store.orders.find(orderId))?.acts;

const readings: readonly (readonly [entry: object, act: object, sentence: string])[] = [
  [{ expire: true }, { act: 'expire', since: 'registered' }, 'lets the order expire 2h after the order is registered'],
  [{ capture: true }, { act: 'capture', since: 'paid' }, 'captures everything 2h after the order is paid'],
  [
    { capture: 500 },
    { act: 'capture', amountMinor: 500, since: 'paid' },
    'captures 500 minor units 2h after the order is paid',
  ],
  [{ reverse: true }, { act: 'reverse', since: 'paid' }, 'reverses everything 2h after the order is paid'],
  [{ refund: 1 }, { act: 'refund', amountMinor: 1, since: 'paid' }, 'refunds 1 minor units 2h after the order is paid'],
  [{ chargeback: true }, { act: 'chargeback', since: 'paid' }, 'charges the payment back 2h after the order is paid'],
];

for (const [entry, act, sentence] of readings) {
  test(`a later step of ${JSON.stringify(entry)} has its act and its sentence`, (t) => {
    const { later, about } = parseScenario('x', { later: [{ after: '2h', do: entry }] });

    t.deepEqual(later, [{ ...act, afterMs: 7_200_000, sentence }]);
    t.is(about, `Later the bank ${sentence}.`);
  });
}

test('every later step of the registry is among the entries tested above', (t) => {
  const tested = new Set(readings.flatMap(([entry]) => Object.keys(entry)));

  t.deepEqual([...tested].sort(), Object.keys(laterSteps).sort());
});

const mistakes: readonly (readonly [step: object, message: string])[] = [
  [{ do: { expire: true } }, '.after: expected a time such as 30s, 20m, 2h or 45d, at most 366 days, got nothing'],
  [
    { after: '400d', do: { expire: true } },
    '.after: expected a time such as 30s, 20m, 2h or 45d, at most 366 days, got "400d"',
  ],
  [{ after: '1s', since: 'pait', do: { expire: true } }, '.since: expected a moment, got "pait"; did you mean paid?'],
  [{ after: '1s', do: {} }, '.do: expected what the bank does, got {}'],
  [
    { after: '1s', do: { charge: true } },
    '.do.charge: unknown key; known are expire, capture, reverse, refund, chargeback',
  ],
  [
    { after: '1s', do: { refund: 0 } },
    '.do.refund: expected true for everything, or a whole number of minor units above 0, got 0',
  ],
  [
    { after: '1s', do: { capture: true, refund: true } },
    ': capture and refund contradict each other: each entry is one act',
  ],
];

for (const [step, message] of mistakes) {
  test(`a later step of ${JSON.stringify(step)} is refused with a message that helps`, (t) => {
    const source = { file: 'scenarios/x.yaml', lineOf: () => 3 };
    const error = t.throws(() => parseScenario('x', { later: [step] }, source), { instanceOf: ScenarioError });

    t.is(error?.message, `scenarios/x.yaml:3: later[0]${message}`);
  });
}

test('the bank acts at its moments, in order, without any call, and with callbacks', async (t) => {
  const { shop, simulator } = await stageFor(
    t,
    { after: '3h', do: { chargeback: true } },
    { after: '1h', do: { capture: 60_000 } },
    { after: '2h', do: { refund: 10_000 } },
  );
  const orderId = await hold(simulator, planned);
  await advance(simulator, 24 * 3_600_000);

  t.like(await simulator.store.orders.find(orderId), {
    status: 'refunded',
    depositedMinor: 50_000,
    depositedAtMs: startMs + 3_600_000,
    refundedAtMs: startMs + 7_200_000,
    isChargedBack: true,
  });
  t.deepEqual(shop.operations(), ['approved=1', 'deposited=1', 'refunded=1']);
  t.deepEqual(
    (await simulator.store.callbacks.about(orderId)).map(({ createdAtMs }) => createdAtMs - startMs),
    [0, 3_600_000, 7_200_000],
  );
  t.deepEqual(
    (await actsOf(simulator, orderId))?.map(({ scenario, act, dueMs = 0, isOver }) => [
      scenario,
      act,
      dueMs - startMs,
      isOver,
    ]),
    [
      ['planned', 'chargeback', 10_800_000, true],
      ['planned', 'capture', 3_600_000, true],
      ['planned', 'refund', 7_200_000, true],
    ],
  );
});

test('everything that is due has happened for the first call', async (t) => {
  const { simulator } = await stageFor(t, { after: '1m', do: { refund: 1 } }, { after: '1m', do: { refund: 2 } });
  const orderId = await payWith(simulator, plainCard.pan, planned);

  t.is((await simulator.status(orderId))['paymentAmountInfo'].refundedAmount, 0);
  await simulator.clock.set(startMs + 60_000);

  t.is((await simulator.status(orderId))['paymentAmountInfo'].refundedAmount, 3);
});

test('an act that the order does not allow is noted and dropped, and the next one comes', async (t) => {
  const { shop, simulator } = await stageFor(
    t,
    { after: '1m', do: { capture: true } },
    { after: '2m', do: { refund: 9_999_999 } },
    { after: '3m', do: { refund: true } },
  );
  const orderId = await payWith(simulator, plainCard.pan, planned);

  await advance(simulator, 600_000);

  t.deepEqual(
    (await actsOf(simulator, orderId))?.map(({ isOver, refusedWith }) => [isOver, refusedWith]),
    [
      [true, 'wrong-status'],
      [true, 'refund-too-large'],
      [true, undefined],
    ],
  );
  t.deepEqual(shop.operations(), ['deposited=1', 'refunded=1']);
});

test('an order expires before its own time; one that was paid just before does not', async (t) => {
  const { shop, simulator } = await stageFor(t, { after: '10m', do: { expire: true } });
  const [unpaid, paid] = [await simulator.register(planned), await simulator.register(planned)];
  await advance(simulator, 599_999);
  await pay(paid.formUrl, { card: plainCard });

  await advance(simulator, 1);

  t.like(await simulator.status(unpaid.orderId), { orderStatus: 6, actionCode: -2014 });
  t.is((await simulator.status(paid.orderId))['orderStatus'], 2);
  t.is((await actsOf(simulator, paid.orderId))?.[0]?.refusedWith, 'wrong-status');
  t.deepEqual(shop.operations(), ['deposited=1', 'declinedByTimeout=0']);
});

test('an order expires while the payer types the code, who is then sent back to the shop', async (t) => {
  const { simulator } = await stageFor(t, { after: '2m', since: 'at-acs', do: { expire: true } });
  const { orderId, formUrl } = await simulator.register(planned);
  await advance(simulator, 60_000);
  const slowly: typeof fetch = async (input, init) => {
    if (String(input).endsWith('/acs/answer')) {
      t.is((await simulator.status(orderId))['orderStatus'], 5);
      await advance(simulator, 120_000);
    }
    return fetch(input, init);
  };

  const walk = await pay(formUrl, { card: challengeCard, fetch: slowly });

  t.like(await simulator.status(orderId), { orderStatus: 6, actionCode: -2009 });
  t.is(walk.end, 'shop');
  t.is((await actsOf(simulator, orderId))?.[0]?.dueMs, startMs + 180_000);
});

test('what has begun goes on at the next attempt, and does not begin again', async (t) => {
  const { simulator } = await stageFor(
    t,
    { after: '5m', since: 'at-acs', do: { expire: true } },
    { after: '1h', do: { refund: 1 } },
  );
  const { orderId, formUrl } = await simulator.register(planned);
  await pay(formUrl, { card: challengeCard, otp: '000000' });
  await advance(simulator, 60_000);
  await pay(formUrl, { card: challengeCard });

  t.deepEqual(
    (await actsOf(simulator, orderId))?.map(({ act, dueMs = 0 }) => [act, dueMs - startMs]),
    [
      ['expire', 300_000],
      ['refund', 3_660_000],
    ],
  );
});

test('the order, the merchant, or a file that holds when it is registered or paid decides', async (t) => {
  const refunded = { later: [{ after: '1m', do: { refund: true } }] };
  const simulator = await simulatorFor(t, {
    scenarios: [
      parseScenario('a-plain', { attempts: [{ approve: true }] }),
      parseScenario('a-vip', { when: { orderNumber: '^vip-', card: '4444' }, ...refunded }),
    ],
  });
  const asked = { jsonParams: '{"scenario":"a-plain"}' };
  const [vip, other] = [
    await payWith(simulator, plainCard.pan, { ...asked, orderNumber: 'vip-1' }),
    await payWith(simulator, plainCard.pan, asked),
  ];
  await simulator.setScenario('test_user', { later: [{ after: '1m', do: { refund: 5 } }] });
  const own = await payWith(simulator, plainCard.pan);
  await advance(simulator, 60_000);

  const refunds: number[] = [];
  for (const orderId of [vip, other, own])
    refunds.push((await simulator.status(orderId))['paymentAmountInfo'].refundedAmount);
  t.deepEqual(refunds, [1_500_000, 0, 5]);
});

test('a scenario that the payment call asks for plans what comes after it', async (t) => {
  const { simulator } = await stageFor(t, { after: '1m', do: { chargeback: true } });
  const { orderId } = await simulator.register();
  const card = { $PAN: plainCard.pan, $CVC: '123', $EXPIRY: '203412', TEXT: 'AIDA BEK', ip: '1.2.3.4', language: 'en' };

  await simulator.call('paymentorder.do', { MDORDER: orderId, ...card, ...planned });
  await advance(simulator, 60_000);

  t.true((await simulator.status(orderId))['chargeback']);
});

test('an order without a plan keeps nothing of it', async (t) => {
  const { simulator } = await stageFor(t, { after: '1m', do: { expire: true } });
  const orderId = await payWith(simulator, plainCard.pan);

  t.false('acts' in ((await simulator.store.orders.find(orderId)) ?? {}));
});

test('scenario files with callbacks and later steps need no more calls of the store', async (t) => {
  const calls: number[] = [];
  for (const scenarios of [
    [],
    [
      parseScenario('by-name', {
        callbacks: [{ on: 'any', do: { lost: true } }],
        later: [{ after: '1m', do: { expire: true } }],
      }),
    ],
  ]) {
    const { store, count } = countingStore();
    const simulator = await simulatorFor(t, {
      scenarios,
      store,
      callbacks: { url: 'http://127.0.0.1:1/', mostFailures: 1 },
    });
    await payWith(simulator, plainCard.pan);
    await simulator.settled();
    calls.push(count());
  }

  t.is(calls[0], calls[1]);
});

test('an order has its whole time from the moment of its registration, however long that takes', async (t) => {
  const clock = createClock({ startMs });
  let ticks = 0;
  const simulator = await simulatorFor(t, { clock: { ...clock, now: () => clock.now() + ticks++ } });

  const { orderId } = await simulator.register({ sessionTimeoutSecs: '60' });

  const { registeredAtMs = 0, expiresAtMs = 0 } = (await simulator.store.orders.find(orderId)) ?? {};
  t.is(expiresAtMs - registeredAtMs, 60_000);
});
