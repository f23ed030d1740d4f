import test from 'ava';
import { checkJwtCallback } from '../../../client/callbacks/check-jwt-callback.ts';
import { CallbackForged, checkCallback } from '../../../client/index.ts';
import { hold, payWith } from '../../helpers/payments/paid-order.ts';
import { pay, plainCard } from '../../helpers/payments/pay.ts';
import { startMs } from '../../helpers/simulator/simulator.ts';
import { advance, faulty, recordOf, stageFor, token } from './faulty-callbacks.ts';

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

for (const checksum of ['hmac', 'rsa'] as const) {
  test(`a missing ${checksum} checksum is not there, everything else being as it is`, async (t) => {
    const step = { on: 'any', do: { noChecksum: true } };
    const { shop, simulator, payFaulty } = await stageFor(t, [step], { checksum });

    await payFaulty();
    await simulator.settled();
    await payWith(simulator, plainCard.pan);
    await simulator.settled();

    const [without, plain] = shop.received.map(({ form }) => form);
    t.false(without?.has('checksum'));
    t.deepEqual(
      [...(without?.keys() ?? [])],
      [...(plain?.keys() ?? [])].filter((name) => name !== 'checksum'),
    );
    t.throws(() => checkCallback(without ?? '', { token }), { instanceOf: CallbackForged });
  });
}

test('a token whose checksum is missing has no signature', async (t) => {
  const key = 'c2VjcmV0';
  const step = { on: 'any', do: { noChecksum: true } };
  const { shop, simulator, payFaulty } = await stageFor(t, [step], { checksum: 'jwt', token: key });

  await payFaulty();
  await simulator.settled();

  const [body = ''] = shop.received.map((one) => one.body);
  t.regex(body, /^[\w-]+\.[\w-]+\.$/);
  t.throws(() => checkJwtCallback(body, { token: key, nowMs: startMs }), { instanceOf: CallbackForged });
});

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
