import test, { type ExecutionContext } from 'ava';
import { checkJwtCallback } from '../../../client/callbacks/check-jwt-callback.ts';
import { CallbackForged, checkCallback } from '../../../client/index.ts';
import { type Callback, type CallbackSettings, callbackOperations } from '../../../simulator/domain/callback.ts';
import { ScenarioError } from '../../../simulator/domain/scenario-error.ts';
import { parseScenario } from '../../../simulator/scenario-engine/definition/parse-scenario.ts';
import { callbackSteps } from '../../../simulator/scenario-engine/steps/callback-steps.ts';
import { hold, payWith } from '../../helpers/payments/paid-order.ts';
import { pay, plainCard } from '../../helpers/payments/pay.ts';
import { receiverFor } from '../../helpers/shop/receiver.ts';
import { simulatorFor, startMs, type TestSimulator } from '../../helpers/simulator/simulator.ts';

const token = 'callback-token';
const faulty = { jsonParams: '{"scenario":"faulty"}' };

/** A shop that answers 200, and a gateway whose scenario `faulty` has these steps. */
const stageFor = async (
  t: ExecutionContext,
  callbacks: readonly object[],
  settings: Partial<CallbackSettings> = {},
  answers: Parameters<typeof receiverFor>[1][] = [200],
) => {
  const shop = await receiverFor(t, ...answers);
  const simulator = await simulatorFor(t, {
    scenarios: [parseScenario('faulty', { callbacks })],
    callbacks: { url: shop.url, token, ...settings },
  });
  return { shop, simulator, payFaulty: () => payWith(simulator, plainCard.pan, faulty) };
};

const recordOf = async ({ store }: TestSimulator, orderId: string): Promise<readonly Callback[]> =>
  store.callbacks.about(orderId);

const advance = async (simulator: TestSimulator, ms: number): Promise<void> => {
  await simulator.clock.advance(ms);
  await simulator.settled();
};

const readings: readonly (readonly [entry: object, settings: object, sentence: string])[] = [
  [{ lost: true }, { isLost: true }, 'deposited is lost'],
  [{ delay: '30s' }, { delayMs: 30_000 }, 'deposited comes 30s late'],
  [{ outOfOrder: true }, { isOutOfOrder: true }, 'deposited comes after the one that follows it'],
  [{ beforeRedirect: true }, { isBeforeRedirect: true }, 'deposited comes before the payer does'],
  [{ repeat: 2 }, { sends: 2 }, 'deposited comes twice'],
  [{ repeat: 3 }, { sends: 3 }, 'deposited comes 3 times'],
  [{ fails: 1 }, { failures: 1 }, 'deposited does not reach the shop on the first try'],
  [{ fails: 'always' }, { failures: 'always' }, 'deposited never reaches the shop'],
  [
    { fields: { amount: 1, status: '0' } },
    { fields: { amount: '1', status: '0' } },
    'deposited says status=0 and amount=1',
  ],
  [{ wrongChecksum: true }, { hasWrongChecksum: true }, 'deposited has a wrong checksum'],
];

for (const [entry, settings, sentence] of readings) {
  test(`a callback step of ${JSON.stringify(entry)} has its fault and its sentence`, (t) => {
    const { callbacks, about } = parseScenario('x', { callbacks: [{ on: 'deposited', do: entry }] });

    t.deepEqual(callbacks, [{ on: 'deposited', settings, sentence }]);
    t.is(about, `Callbacks: ${sentence}.`);
  });
}

test('every callback step of the registry is among the entries tested above', (t) => {
  const tested = new Set(readings.flatMap(([entry]) => Object.keys(entry)));

  t.deepEqual([...tested].sort(), Object.keys(callbackSteps).sort());
});

const mistakes: readonly (readonly [step: object, message: string])[] = [
  [{ on: 'deposit', do: { lost: true } }, '.on: expected an operation, got "deposit"; did you mean deposited?'],
  [{ on: 7, do: { lost: true } }, `.on: expected an operation, got 7; it can be ${callbackOperations.join(', ')}, any`],
  [{ on: 'any' }, '.do: expected what goes wrong, got nothing'],
  [{ on: 'any', do: {} }, '.do: expected at least one thing that goes wrong, got {}'],
  [{ on: 'any', do: { repet: 2 } }, '.do.repet: unknown key; did you mean repeat?'],
  [{ on: 'any', do: { repeat: 1 } }, '.do.repeat: expected how often it is sent in all, from 2 to 100, got 1'],
  [{ on: 'any', do: { fails: 0 } }, '.do.fails: expected how many tries fail, from 1 to 100, or always, got 0'],
  [{ on: 'any', do: { delay: '31d' } }, '.do.delay: expected a time such as 30s, 5m or 2h, at most 30 days, got "31d"'],
  [{ on: 'any', do: { fields: { amout: 1 } } }, '.do.fields.amout: unknown key; did you mean amount?'],
  [{ on: 'any', do: { fields: { amount: 1.5 } } }, '.do.fields.amount: expected a text or a whole number, got 1.5'],
  [
    { on: 'any', do: { fields: {} } },
    '.do.fields: expected fields of a callback with wrong values, such as { amount: 1 }, got {}',
  ],
  [{ on: 'any', times: 0, do: { lost: true } }, '.times: expected how often, from 1, got 0'],
  [
    { on: 'any', do: { repeat: 2, lost: true } },
    ': lost and repeat contradict each other: a lost callback is not sent',
  ],
  [
    { on: 'any', do: { delay: '1s', beforeRedirect: true } },
    ': delay and beforeRedirect contradict each other: the payer would wait as long',
  ],
  [
    { on: 'any', do: { outOfOrder: true } },
    ': any and outOfOrder contradict each other: each callback would wait for the next; add times',
  ],
];

for (const [step, message] of mistakes) {
  test(`a callback step of ${JSON.stringify(step)} is refused with a message that helps`, (t) => {
    const source = { file: 'scenarios/x.yaml', lineOf: () => 3 };
    const error = t.throws(() => parseScenario('x', { callbacks: [step] }, source), { instanceOf: ScenarioError });

    t.is(error?.message, `scenarios/x.yaml:3: callbacks[0]${message}`);
  });
}

test('a lost callback is never sent, and is kept as lost with the reason', async (t) => {
  const { shop, simulator, payFaulty } = await stageFor(t, [{ on: 'deposited', do: { lost: true } }]);

  const orderId = await payFaulty();
  await advance(simulator, 3_600_000);

  t.is(shop.received.length, 0);
  t.like((await recordOf(simulator, orderId))[0], {
    state: 'lost',
    tries: [],
    fault: { scenario: 'faulty', sentence: 'deposited is lost', settings: { isLost: true } },
  });
});

test('a callback is repeated although the shop has accepted it; what follows comes after that', async (t) => {
  const { shop, simulator } = await stageFor(t, [{ on: 'approved', do: { repeat: 3 } }]);

  const orderId = await hold(simulator, faulty);
  await simulator.call('deposit.do', { orderId });
  await simulator.settled();

  t.deepEqual(shop.operations(), ['approved=1', 'approved=1', 'approved=1', 'deposited=1']);
  t.deepEqual(
    (await recordOf(simulator, orderId)).map(({ state, tries }) => [state, tries.length]),
    [
      ['delivered', 3],
      ['delivered', 1],
    ],
  );
});

test('a repeated callback that fails in between keeps to the retry rule', async (t) => {
  const { shop, simulator, payFaulty } = await stageFor(
    t,
    [{ on: 'any', do: { repeat: 2 } }],
    { mostFailures: 2 },
    [500, 200, 500, 500],
  );
  const orderId = await payFaulty();
  const seen: number[] = [];
  for (const ms of [0, 30_000, 30_000, 30_000]) {
    await advance(simulator, ms);
    seen.push(shop.received.length);
  }

  t.deepEqual(seen, [1, 3, 4, 4]);
  t.is((await recordOf(simulator, orderId))[0]?.state, 'delivered');
});

test('a late callback comes at its moment, while the payer is back long before', async (t) => {
  const { shop, simulator, payFaulty } = await stageFor(t, [{ on: 'deposited', do: { delay: '30s' } }]);

  const orderId = await payFaulty();
  t.is((await simulator.status(orderId))['orderStatus'], 2);
  await advance(simulator, 29_999);
  t.is(shop.received.length, 0);
  await advance(simulator, 1);

  t.deepEqual(shop.operations(), ['deposited=1']);
});

test('the shop hears of it before the payer comes back, and may ask and act at once', async (t) => {
  const { shop, simulator } = await stageFor(t, [{ on: 'deposited', do: { beforeRedirect: true } }], {}, ['hang']);
  const { orderId, formUrl } = await simulator.register(faulty);
  let isBack = false;

  const walk = pay(formUrl, { card: plainCard }).then((done) => {
    isBack = true;
    return done;
  });
  await shop.hasReceived();
  t.is((await simulator.status(orderId))['orderStatus'], 2);
  t.is((await simulator.call('refund.do', { orderId }))['errorCode'], '0');
  t.false(isBack);
  shop.release();

  t.is((await walk).end, 'shop');
});

test('a payer does not wait for a shop that could not be reached', async (t) => {
  const steps = [{ on: 'deposited', do: { beforeRedirect: true, fails: 1 } }];
  const { shop, simulator, payFaulty } = await stageFor(t, steps);

  await payFaulty();
  t.is(shop.received.length, 0);
  await advance(simulator, 30_000);

  t.deepEqual(shop.operations(), ['deposited=1']);
});

test('a callback out of order comes after the next one of its order, and of no other', async (t) => {
  const { shop, simulator } = await stageFor(t, [{ on: 'approved', do: { outOfOrder: true } }]);
  const [orderId] = [await hold(simulator, faulty), await hold(simulator)];
  await simulator.settled();
  t.deepEqual(shop.operations(), ['approved=1']);

  await simulator.call('deposit.do', { orderId });
  await simulator.settled();

  t.deepEqual(shop.operations().slice(1), ['deposited=1', 'approved=1']);
  t.deepEqual(
    (await recordOf(simulator, orderId)).map(({ state }) => state),
    ['delivered', 'delivered'],
  );
});

test('a callback is held back until the next one is through, be it at the second try', async (t) => {
  const { shop, simulator } = await stageFor(t, [{ on: 'approved', do: { outOfOrder: true } }], {}, [500, 200]);
  const orderId = await hold(simulator, faulty);
  await simulator.call('deposit.do', { orderId });
  await simulator.settled();
  t.deepEqual(shop.operations(), ['deposited=1']);

  await advance(simulator, 30_000);

  t.deepEqual(shop.operations(), ['deposited=1', 'deposited=1', 'approved=1']);
});

for (const checksum of ['hmac', 'rsa'] as const) {
  test(`a wrong ${checksum} checksum does not hold, everything else being right`, async (t) => {
    const { shop, simulator, payFaulty } = await stageFor(
      t,
      [{ on: 'any', times: 1, do: { wrongChecksum: true, repeat: 2 } }],
      { checksum },
    );
    const key =
      checksum === 'hmac'
        ? { token }
        : { certificate: await (await fetch(`${simulator.controlUrl}/callback-certificate.pem`)).text() };

    await payFaulty();
    await simulator.settled();
    await payWith(simulator, plainCard.pan);
    await simulator.settled();

    const [one, two, plain] = shop.received.map(({ form }) => form);
    t.throws(() => checkCallback(one ?? '', key), { instanceOf: CallbackForged });
    t.throws(() => checkCallback(two ?? '', key), { instanceOf: CallbackForged });
    t.is(one?.get('operation'), 'deposited');
    t.notThrows(() => checkCallback(plain ?? '', key));
  });
}

test('a wrong checksum of a token is a wrong signature', async (t) => {
  const key = 'c2VjcmV0';
  const step = { on: 'any', do: { wrongChecksum: true } };
  const { shop, simulator, payFaulty } = await stageFor(t, [step], { checksum: 'jwt', token: key });

  await payFaulty();
  await simulator.settled();
  await payWith(simulator, plainCard.pan);
  await simulator.settled();

  const [bad, good] = shop.received.map(({ body }) => body);
  t.throws(() => checkJwtCallback(bad ?? '', { token: key, nowMs: startMs }), {
    instanceOf: CallbackForged,
    message: 'the signature of the callback is wrong',
  });
  t.notThrows(() => checkJwtCallback(good ?? '', { token: key, nowMs: startMs }));
});

test('wrong fields carry a checksum that holds; one that was not asked for is added', async (t) => {
  for (const parameters of [['amount', 'currency'], []]) {
    const { shop, simulator, payFaulty } = await stageFor(
      t,
      [{ on: 'deposited', do: { fields: { amount: 1, status: 0 } } }],
      { parameters },
    );

    await payFaulty();
    await simulator.settled();

    const form = shop.received[0]?.form ?? new URLSearchParams();
    t.like(checkCallback(form, { token }), {
      isSuccessful: false,
      parameters: { amount: '1', operation: 'deposited' },
    });
    t.deepEqual(form.getAll('amount'), ['1']);
  }
});

test("a shop's address that fails twice works at the third try, by the merchant's own pace", async (t) => {
  const { shop, simulator, payFaulty } = await stageFor(t, [{ on: 'any', do: { fails: 2 } }], { retryAfterMs: 1_000 });
  const orderId = await payFaulty();
  await advance(simulator, 1_999);
  t.is(shop.received.length, 0);

  await advance(simulator, 1);

  t.deepEqual(shop.operations(), ['deposited=1']);
  t.deepEqual(
    (await recordOf(simulator, orderId))[0]?.tries.map(({ error, httpStatus }) => error ?? httpStatus),
    ['ECONNREFUSED', 'ECONNREFUSED', 200],
  );
});

test('an address that never works is given up after as many failures as ever', async (t) => {
  const { shop, simulator, payFaulty } = await stageFor(t, [{ on: 'any', do: { fails: 'always' } }]);
  const orderId = await payFaulty();

  await advance(simulator, 3_600_000);

  t.is(shop.received.length, 0);
  t.like((await recordOf(simulator, orderId))[0], { state: 'given-up', tries: { length: 3 } });
});

test('a step happens as often as it says, for each order by itself; then the next one speaks', async (t) => {
  const { shop, simulator } = await stageFor(t, [
    { on: 'refunded', times: 1, do: { lost: true } },
    { on: 'any', do: { repeat: 2 } },
  ]);
  const orderId = await payWith(simulator, plainCard.pan, faulty);
  for (const amount of ['1', '2']) await simulator.call('refund.do', { orderId, amount });
  await simulator.settled();

  t.deepEqual(shop.operations(), ['deposited=1', 'deposited=1', 'refunded=1', 'refunded=1']);
  t.deepEqual(
    (await recordOf(simulator, orderId)).map(({ state }) => state),
    ['delivered', 'lost', 'delivered'],
  );
});

test('what an order says of attempts leaves its merchant, or a file that holds, to speak of callbacks', async (t) => {
  const shop = await receiverFor(t, 200);
  const lost = { callbacks: [{ on: 'deposited', do: { lost: true } }] };
  const scenarios = [
    parseScenario('a-plain', { attempts: [{ approve: true }] }),
    parseScenario('a-vip', { when: { orderNumber: '^vip-' }, ...lost }),
  ];
  const simulator = await simulatorFor(t, { scenarios, callbacks: { url: shop.url } });
  const asked = { jsonParams: '{"scenario":"a-plain"}' };

  await payWith(simulator, plainCard.pan, { ...asked, orderNumber: 'vip-1' });
  await payWith(simulator, plainCard.pan, { ...asked, orderNumber: 'other' });
  await simulator.settled();
  t.deepEqual(
    shop.received.map(({ form }) => form.get('orderNumber')),
    ['other'],
  );

  await simulator.setScenario('test_user', lost);
  await payWith(simulator, plainCard.pan, { ...asked, orderNumber: 'third' });
  await simulator.settled();

  t.is(shop.received.length, 1);
});

test('a scenario that the payment call asks for speaks of callbacks; an outcome that is none leaves the order`s own', async (t) => {
  const { shop, simulator } = await stageFor(t, [{ on: 'deposited', do: { repeat: 2 } }]);
  const card = { $PAN: plainCard.pan, $CVC: '123', $EXPIRY: '203412', TEXT: 'AIDA BEK', ip: '1.2.3.4', language: 'en' };
  const [{ orderId: asked }, { orderId: own }] = [await simulator.register(), await simulator.register(faulty)];

  await simulator.call('paymentorder.do', { MDORDER: asked, ...card, ...faulty });
  await simulator.settled();
  t.deepEqual(shop.operations(), ['deposited=1', 'deposited=1']);
  await simulator.call('paymentorder.do', { MDORDER: own, ...card, jsonParams: '{"scenario":"116"}' });
  await simulator.settled();

  t.deepEqual(shop.operations().slice(2), ['deposited=0', 'deposited=0']);
});

test('callbacks about stored cards go wrong too, with an order and without', async (t) => {
  const { shop, simulator } = await stageFor(t, [
    { on: 'bindingCreated', do: { fields: { clientId: 'other' } } },
    { on: 'bindingActivityChanged', do: { repeat: 2 } },
  ]);
  await simulator.setScenario('test_user', 'faulty');
  const orderId = await payWith(simulator, plainCard.pan, { clientId: 'c', features: 'FORCE_CREATE_BINDING' });
  const { bindingId } = (await simulator.status(orderId))['bindingInfo'];
  await simulator.settled();
  await simulator.call('unBindCard.do', { bindingId });
  await simulator.settled();

  const about = shop.received.map(({ form }) => [form.get('operation'), form.get('clientId')]);
  t.deepEqual(about.toSorted(), [
    ['bindingActivityChanged', 'c'],
    ['bindingActivityChanged', 'c'],
    ['bindingCreated', 'other'],
    ['deposited', null],
  ]);
});

test('a merchant that is reset has met no step yet', async (t) => {
  const { shop, simulator } = await stageFor(t, [{ on: 'any', times: 1, do: { repeat: 2 } }]);
  await simulator.setScenario('test_user', 'faulty');
  const bindCard = async (): Promise<void> => {
    const card = { clientId: 'c', pan: plainCard.pan, expiryDate: '203412', cardholderName: 'AIDA BEK' };
    await simulator.call('createBindingNoPayment.do', card);
    await simulator.settled();
  };

  await bindCard();
  await simulator.resetMerchant('test_user');
  await bindCard();

  t.is(shop.received.length, 4);
});
