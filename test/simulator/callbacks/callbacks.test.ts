import { createHmac } from 'node:crypto';
import test from 'ava';
import { checkCallback } from '../../../client/index.ts';
import { cardForActionCode } from '../../../simulator/issuer/code-range.ts';
import { hold, payWith } from '../../helpers/payments/paid-order.ts';
import { plainCard } from '../../helpers/payments/pay.ts';
import { receiverFor } from '../../helpers/shop/receiver.ts';
import { simulatorFor, type TestSimulator } from '../../helpers/simulator/simulator.ts';

const token = 'callback-token';

/** A receiver written from the documentation alone. */
const isGenuine = (form: URLSearchParams): boolean => {
  const names = [...form.keys()].filter((name) => name !== 'checksum').sort();
  const text = names.map((name) => `${name};${form.get(name)};`).join('');
  return createHmac('sha256', token).update(text, 'utf8').digest('hex').toUpperCase() === form.get('checksum');
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
    'a declined card in the merchant`s hands',
    ['declinedCardPresent=0'],
    (simulator: TestSimulator) =>
      payWith(simulator, cardForActionCode(116), {
        features: 'FORCE_PAYMENT_WAY',
        jsonParams: JSON.stringify({ paymentWay: 'CARD_PRESENT' }),
      }),
  ],
  [
    'a card that is switched off and on',
    ['deposited=1', 'bindingCreated=1', 'bindingActivityChanged=1', 'bindingActivityChanged=1'],
    async (simulator: TestSimulator) => {
      const fields = { clientId: 'c', features: 'FORCE_CREATE_BINDING' };
      const orderId = await payWith(simulator, plainCard.pan, fields);
      const { bindingId } = (await simulator.status(orderId))['bindingInfo'];
      await simulator.settled();
      await simulator.call('unBindCard.do', { bindingId });
      await simulator.settled();
      await simulator.call('bindCard.do', { bindingId });
    },
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

for (const method of ['GET', 'POST'] as const) {
  for (const [what, expected, act] of journeys) {
    test(`tells of ${what} by ${method}, with a checksum that holds`, async (t) => {
      const shop = await receiverFor(t, 200);
      const simulator = await simulatorFor(t, { callbacks: { url: shop.url, method, token } });

      await act(simulator);
      await simulator.settled();

      t.deepEqual(shop.operations().toSorted(), expected.toSorted());
      for (const { form, ...request } of shop.received) {
        t.is(request.method, method);
        t.true(isGenuine(form));
        t.notThrows(() => checkCallback(form, { token }));
      }
    });
  }
}

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

test('tells of a card that is switched off with nothing but the card, at the static address', async (t) => {
  const shop = await receiverFor(t, 200);
  const simulator = await simulatorFor(t, {
    callbacks: { url: shop.url, parameters: ['amount', 'email', 'panMasked'] },
  });
  const orderId = await payWith(simulator, plainCard.pan, {
    clientId: 'Айда',
    features: 'FORCE_CREATE_BINDING',
    dynamicCallbackUrl: 'http://127.0.0.1:1/',
  });
  const { bindingId } = (await simulator.status(orderId))['bindingInfo'];

  await simulator.call('unBindCard.do', { bindingId });
  await simulator.settled();

  const [created, switchedOff] = shop.received.map(({ form }) => Object.fromEntries(form));
  t.like(created, { mdOrder: orderId, operation: 'bindingCreated', bindingId, clientId: 'Айда' });
  t.deepEqual(switchedOff, {
    operation: 'bindingActivityChanged',
    status: '1',
    bindingId,
    enabled: 'false',
    clientId: 'Айда',
  });
  t.is((await simulator.store.callbacks.about(bindingId))[0]?.state, 'delivered');
});

test('tells of a card that was stored without an order', async (t) => {
  const shop = await receiverFor(t, 200);
  const simulator = await simulatorFor(t, { callbacks: { url: shop.url } });
  const card = { pan: plainCard.pan, expiryDate: '203412', cardholderName: 'AIDA BEK' };

  const { bindingId } = await simulator.call('createBindingNoPayment.do', { clientId: 'c', ...card });
  await simulator.settled();

  t.deepEqual(Object.fromEntries(shop.received[0]?.form ?? []), {
    operation: 'bindingCreated',
    status: '1',
    bindingId,
    clientId: 'c',
    panMasked: '444455**3333',
  });
});

test('sends the headers that the merchant had set', async (t) => {
  const shop = await receiverFor(t, 200);
  const headers = { Authorization: 'Basic c2hvcDpzZWNyZXQ=', 'X-Shop': '7' };
  const simulator = await simulatorFor(t, { callbacks: { url: shop.url, method: 'POST', headers } });

  await payWith(simulator, plainCard.pan);
  await simulator.settled();

  t.like(shop.received[0]?.headers, { authorization: 'Basic c2hvcDpzZWNyZXQ=', 'x-shop': '7' });
  t.deepEqual(shop.operations(), ['deposited=1']);
});

test('tells a merchant that was let in with any login like all others', async (t) => {
  const shop = await receiverFor(t, 200);
  const merchants = [{ login: '*', password: '' }];
  const simulator = await simulatorFor(t, { merchants, callbacks: { url: shop.url, token } });

  await payWith(simulator, plainCard.pan);
  await simulator.settled();

  t.deepEqual(shop.operations(), ['deposited=1']);
  t.true(isGenuine(shop.received[0]?.form ?? new URLSearchParams()));
});
