import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import test from 'ava';
import { checkCallback } from '../../client/index.ts';
import { hmacChecksum, signedText } from '../../simulator/callbacks/sign-callback.ts';
import { cardForActionCode } from '../../simulator/issuer/code-range.ts';
import { frictionlessCard, pay, plainCard } from '../helpers/pay.ts';
import { receiverFor } from '../helpers/receiver.ts';
import { type Fields, simulatorFor, type TestSimulator } from '../helpers/simulator.ts';

const token = 'callback-token';

interface Vector {
  readonly id: string;
  readonly key?: string;
  readonly publicKey?: string;
  readonly params: Fields;
  readonly canonical: string;
  readonly expectedChecksum: string;
}

const vectors: readonly Vector[] = JSON.parse(
  readFileSync(new URL('../fixtures/callback-vectors.json', import.meta.url), 'utf8'),
);

for (const { id, key, publicKey, params, canonical, expectedChecksum } of vectors) {
  test(`agrees with the published vector ${id}`, (t) => {
    const fields = Object.entries(params);
    const form = new URLSearchParams({ ...params, checksum: expectedChecksum, sign_alias: 'any' });

    t.is(signedText(fields), canonical);
    if (key !== undefined) {
      t.is(hmacChecksum(fields, key), expectedChecksum);
      t.is(checkCallback(form, { token: key }).mdOrder, params['mdOrder'] ?? '');
      form.set('status', '0');
      t.throws(() => checkCallback(form, { token: key }), { name: 'CallbackForged' });
    }
    if (publicKey !== undefined) {
      t.true(checkCallback(form, { certificate: publicKey }).isSuccessful);
      form.set('amount', '1');
      t.throws(() => checkCallback(form, { certificate: publicKey }), { name: 'CallbackForged' });
    }
  });
}

/** A receiver written from the documentation alone. */
const isGenuine = (form: URLSearchParams): boolean => {
  const names = [...form.keys()].filter((name) => name !== 'checksum').sort();
  const text = names.map((name) => `${name};${form.get(name)};`).join('');
  return createHmac('sha256', token).update(text, 'utf8').digest('hex').toUpperCase() === form.get('checksum');
};

const hold = async (simulator: TestSimulator, fields: Fields = {}) => {
  const order = { amount: '100000', returnUrl: 'https://shop.example/', ...fields };
  const { orderId, formUrl } = await simulator.call('registerPreAuth.do', order);
  await pay(formUrl, { card: plainCard });
  return orderId as string;
};

const journeys = [
  ['a payment in one phase', ['deposited=1'], (simulator: TestSimulator) => payWith(simulator, plainCard.pan)],
  ['a declined card', ['deposited=0'], (simulator: TestSimulator) => payWith(simulator, cardForActionCode(116))],
  ['a hold', ['approved=1'], hold],
  [
    'a hold that is captured and refunded twice',
    ['approved=1', 'deposited=1', 'refunded=1', 'refunded=1'],
    async (simulator: TestSimulator) => {
      const orderId = await hold(simulator);
      await simulator.call('deposit.do', { orderId });
      await simulator.call('refund.do', { orderId, amount: '1' });
      await simulator.call('refund.do', { orderId });
    },
  ],
  [
    'a hold that is released',
    ['approved=1', 'reversed=1'],
    async (simulator: TestSimulator) => simulator.call('reverse.do', { orderId: await hold(simulator) }),
  ],
  [
    'an order whose time runs out',
    ['declinedByTimeout=0'],
    async (simulator: TestSimulator) => {
      await simulator.register();
      await simulator.clock.advance(1_200_000);
    },
  ],
  [
    'a stored card',
    ['deposited=1', 'bindingCreated=1'],
    (simulator: TestSimulator) =>
      payWith(simulator, plainCard.pan, { clientId: 'c', features: 'FORCE_CREATE_BINDING' }),
  ],
] as const;

const payWith = async (simulator: TestSimulator, pan: string, fields: Fields = {}) => {
  const { orderId, formUrl } = await simulator.register(fields);
  await pay(formUrl, { card: { pan } });
  return orderId;
};

for (const method of ['GET', 'POST'] as const) {
  for (const [what, expected, act] of journeys) {
    test(`tells of ${what} by ${method}, with a checksum that holds`, async (t) => {
      const shop = await receiverFor(t, 200);
      const simulator = await simulatorFor(t, { callbacks: { url: shop.url, method, token } });

      await act(simulator);
      await simulator.settled();

      t.deepEqual(shop.operations(), [...expected]);
      for (const { form, ...request } of shop.received) {
        t.is(request.method, method);
        t.true(isGenuine(form));
        t.notThrows(() => checkCallback(form, { token }));
      }
    });
  }
}

test('tries again every thirty seconds, gives up after three failures, and keeps every try', async (t) => {
  const shop = await receiverFor(t, 500);
  const simulator = await simulatorFor(t, { callbacks: { url: shop.url } });
  const orderId = await payWith(simulator, plainCard.pan);
  const seen: number[] = [];
  for (const ms of [0, 29_999, 1, 29_999, 1, 600_000]) {
    await simulator.clock.advance(ms);
    await simulator.settled();
    seen.push(shop.received.length);
  }

  t.deepEqual(seen, [1, 1, 2, 2, 3, 3]);
  const [callback] = await simulator.store.callbacks.about(orderId);
  t.is(callback?.state, 'given-up');
  t.deepEqual(
    callback?.tries.map(({ httpStatus }) => httpStatus),
    [500, 500, 500],
  );
});

test('delivers in order: what comes later waits for what could not be delivered yet', async (t) => {
  const shop = await receiverFor(t, 503, 200);
  const simulator = await simulatorFor(t, { callbacks: { url: shop.url } });
  const orderId = await hold(simulator);
  await simulator.settled();
  await simulator.call('deposit.do', { orderId });
  await simulator.settled();
  t.deepEqual(shop.operations(), ['approved=1']);

  await simulator.clock.advance(30_000);
  await simulator.settled();

  t.deepEqual(shop.operations(), ['approved=1', 'approved=1', 'deposited=1']);
});

test('counts only 200 as delivered: no redirect, no other 2xx, no refused connection', async (t) => {
  for (const answer of [201, 204, 302, 404]) {
    const shop = await receiverFor(t, answer);
    const simulator = await simulatorFor(t, { callbacks: { url: shop.url, mostFailures: 1 } });
    const orderId = await payWith(simulator, plainCard.pan);
    await simulator.settled();

    t.is((await simulator.store.callbacks.about(orderId))[0]?.state, 'given-up', String(answer));
    t.is(shop.received.length, 1);
  }
  const nobody = await simulatorFor(t, { callbacks: { url: 'http://127.0.0.1:1/', mostFailures: 1 } });
  const orderId = await payWith(nobody, plainCard.pan);
  await nobody.settled();
  t.truthy((await nobody.store.callbacks.about(orderId))[0]?.tries[0]?.error);
});

test('never lets a shop that hangs delay an answer, or the callbacks of another order', async (t) => {
  const hanging = await receiverFor(t, 'hang');
  const other = await receiverFor(t, 200);
  const simulator = await simulatorFor(t, { callbacks: { url: hanging.url } });
  const orderId = await payWith(simulator, plainCard.pan);

  t.is((await simulator.status(orderId))['orderStatus'], 2);
  await payWith(simulator, plainCard.pan, { dynamicCallbackUrl: other.url });
  while (other.received.length === 0) await new Promise(setImmediate);

  t.deepEqual(other.operations(), ['deposited=1']);
});

test("sends an order's news to its own address, and news of stored cards to the merchant's", async (t) => {
  const [own, fixed] = [await receiverFor(t, 200), await receiverFor(t, 200)];
  const simulator = await simulatorFor(t, { callbacks: { url: fixed.url } });
  const fields = { clientId: 'c', features: 'FORCE_CREATE_BINDING', dynamicCallbackUrl: `${own.url}?shop=1#x` };

  await payWith(simulator, plainCard.pan, fields);
  await simulator.settled();

  t.deepEqual(own.operations(), ['deposited=1']);
  t.is(own.received[0]?.form.get('shop'), '1');
  t.deepEqual(fixed.operations(), ['bindingCreated=1']);
});

test('sends only the operations that the merchant wants, and nothing without an address', async (t) => {
  const shop = await receiverFor(t, 200);
  const simulator = await simulatorFor(t, { callbacks: { url: shop.url, operations: ['reversed'] } });
  const silent = await simulatorFor(t);
  await payWith(silent, plainCard.pan);

  const orderId = await hold(simulator);
  await simulator.call('reverse.do', { orderId });
  await simulator.settled();

  t.deepEqual(shop.operations(), ['reversed=1']);
});

test('adds the parameters that are switched on, all of them under the checksum', async (t) => {
  const shop = await receiverFor(t, 200);
  const parameters = [
    'amount',
    'amountFormatted',
    'approvalCode',
    'maskedPan',
    'actionCode',
    'paymentState',
    'threeDSType',
  ];
  const texts = [
    'orderDescription',
    'currency',
    'currencyName',
    'depositFlag',
    'eci',
    'refNum',
    'clientId',
    'externalRefundId',
  ];
  const simulator = await simulatorFor(t, {
    callbacks: { url: shop.url, token, parameters: [...parameters, ...texts], sendsCreationDate: true },
  });
  const description = `Чай; 2 чашки & "мёд" ${'ә'.repeat(500)}`;

  await payWith(simulator, frictionlessCard.pan, { description });
  await simulator.settled();

  const form = shop.received[0]?.form ?? new URLSearchParams();
  t.true(isGenuine(form));
  t.like(Object.fromEntries(form), {
    amount: '1500000',
    amountFormatted: '15000.00 KZT',
    maskedPan: '411111**1111',
    actionCode: '0',
    paymentState: 'payment_deposited',
    threeDSType: 'THREE_DS2_FRICTIONLESS',
    orderDescription: description,
    currency: '398',
    currencyName: 'KZT',
    depositFlag: '1',
    eci: '05',
    callbackCreationDate: 'Thu Jan 01 08:00:00 UTC 2026',
  });
  t.false(form.has('clientId'), 'what does not apply is left out');
});

test("is set up by the shop plugin's own call to the merchant portal", async (t) => {
  const shop = await receiverFor(t, 200);
  const merchants = [{ login: 'shop-api', password: 'p:w' }];
  const simulator = await simulatorFor(t, { merchants });
  const setUp = (login: string, password: string, body: object) =>
    fetch(`${simulator.url}/mportal/mvc/public/merchant/update/shop`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${login}:${password}`).toString('base64')}` },
      body: JSON.stringify(body),
    });
  const settings = {
    callbacks_enabled: true,
    callback_type: 'STATIC',
    callback_http_method: 'GET',
    callback_operations: 'deposited,approved,declinedByTimeout',
    callback_addresses: shop.url,
  };

  t.is((await setUp('shop-api', 'wrong', settings)).status, 401);
  t.is((await setUp('shop-api', 'p:w', settings)).status, 200);
  const { formUrl } = await simulator.callBare('register.do', {
    userName: 'shop-api',
    password: 'p:w',
    amount: '100',
    returnUrl: 'https://shop.example/',
  });
  await pay(formUrl, { card: plainCard });
  await simulator.settled();

  t.deepEqual(shop.operations(), ['deposited=1']);
});
