import test, { type ExecutionContext } from 'ava';
import { callbackParameterOperations } from '../../simulator/data/callback-parameters.ts';
import { cardForActionCode } from '../../simulator/issuer/code-range.ts';
import type { SimulatorOptions } from '../../simulator/simulator.ts';
import { payForm } from '../helpers/payments/pay-form.ts';
import { merchantReceiver, type Proof } from '../helpers/shop/merchant-receiver.ts';
import { type Fields, simulatorFor, type TestSimulator } from '../helpers/simulator/simulator.ts';

const token = 'кілт-token ;=&';
const jwtKey = Buffer.from('a key of the bank, in base64').toString('base64');
const goodCard = { pan: '4111111111111111', expiry: '12/34', cvc: '123' };
const poorCard = { ...goodCard, pan: cardForActionCode(116) };

/** What can go wrong on the way of a text: other alphabets, the separators of the signed text and of the query, length. */
const descriptions = ['Шай, бауырсақ; «наурыз» & 50% =?#+', `${'ұзақ '.repeat(115)}`, "O'Neill \t🫖", ''];

const register = async ({ call }: TestSimulator, fields: Fields = {}, way = 'register.do'): Promise<string> => {
  const order = { amount: '1234567', returnUrl: 'https://shop.example/', ip: '203.0.113.7', language: 'ru', ...fields };
  return (await call(way, order))['orderId'];
};

const pay = async (simulator: TestSimulator, fields: Fields, way?: string, card = goodCard): Promise<string> => {
  const orderId = await register(simulator, fields, way);
  await payForm(simulator, orderId, card, { email: 'aida@shop.example', phone: '77010000000' });
  return orderId;
};

/** A day in the life of a shop: every operation that there is. */
const liveThrough = async (simulator: TestSimulator): Promise<void> => {
  const { call, status } = simulator;
  for (const description of descriptions) await pay(simulator, { description });
  await pay(simulator, { description: 'Бас тарту' }, 'register.do', poorCard);
  await pay(simulator, {}, 'registerPreAuth.do', poorCard);
  const inHand = { features: 'FORCE_PAYMENT_WAY', jsonParams: '{"paymentWay":"CARD_PRESENT"}' };
  await pay(simulator, inHand, 'register.do', poorCard);
  const held = await pay(simulator, {}, 'registerPreAuth.do');
  await call('deposit.do', { orderId: held });
  await call('refund.do', { orderId: held, amount: '100', externalRefundId: 'қайтару-1' });
  await call('refund.do', { orderId: held });
  await call('reverse.do', { orderId: await pay(simulator, {}, 'registerPreAuth.do') });
  const stored = await pay(simulator, { clientId: 'Айда 7', features: 'FORCE_CREATE_BINDING' });
  const { bindingId } = (await status(stored))['bindingInfo'];
  await call('unBindCard.do', { bindingId });
  await call('bindCard.do', { bindingId });
  await register(simulator);
  // What is on its way is no longer valid 20 minutes later.
  await simulator.settled();
  await simulator.clock.advance(1_200_000);
  await simulator.settled();
};

/** What that comes to: an order that was declined runs out of time later on. */
const operations = {
  'approved=0': 1,
  'approved=1': 2,
  'bindingActivityChanged=1': 2,
  'bindingCreated=1': 1,
  'declinedByTimeout=0': 4,
  'declinedCardPresent=0': 1,
  'deposited=0': 1,
  'deposited=1': 6,
  'refunded=1': 2,
  'reversed=1': 1,
};

/** A token calls an order declined whose time ran out. */
const inTokens = Object.fromEntries(
  Object.entries(operations)
    .map(([name, count]) => [name === 'declinedByTimeout=0' ? 'declined=0' : name, count] as const)
    .toSorted(([one], [other]) => (one < other ? -1 : 1)),
);

const simulatorWith = (t: ExecutionContext, callbacks: SimulatorOptions['callbacks']) =>
  simulatorFor(t, {
    publicUrl: 'https://pay.example',
    callbacks: { parameters: Object.keys(callbackParameterOperations), sendsCreationDate: true, ...callbacks },
  });

const proofs = ['none', 'hmac', 'rsa', 'jwt'] as const;
const ways = proofs.flatMap((kind) =>
  (kind === 'jwt' ? (['POST'] as const) : (['GET', 'POST'] as const)).map((method) => ({ kind, method })),
);

for (const { kind, method } of ways) {
  test(`a receiver written from the manual trusts all that a day brings by ${method} with ${kind}`, async (t) => {
    const simulator = await simulatorWith(t, { method });
    const certificate = await (await fetch(`${simulator.url}/sandbox/callback-certificate.pem`)).text();
    const all: Readonly<Record<typeof kind, Proof>> = {
      none: { kind: 'none' },
      hmac: { kind: 'hmac', token },
      rsa: { kind: 'rsa', certificate },
      jwt: { kind: 'jwt', key: jwtKey, nowMs: simulator.clock.now },
    };
    const shop = await merchantReceiver(t, all[kind]);
    await simulator.setCallbacks('test_user', {
      url: shop.url,
      checksum: kind,
      token: kind === 'jwt' ? jwtKey : token,
    });

    await liveThrough(simulator);

    t.deepEqual(
      shop.heard.filter(({ fault }) => fault !== undefined),
      [],
    );
    const counts: Record<string, number> = {};
    for (const { values, method: sentBy } of shop.heard) {
      t.is(sentBy, method);
      const name = `${values['operation']}=${values['status']}`;
      counts[name] = (counts[name] ?? 0) + 1;
    }
    t.deepEqual(Object.fromEntries(Object.entries(counts).sort()), kind === 'jwt' ? inTokens : operations);
  });
}

test('a shop that is down is called again every 30 seconds, three times in all, and the record keeps it', async (t) => {
  const simulator = await simulatorWith(t, { checksum: 'hmac', token });
  const shop = await merchantReceiver(t, { kind: 'hmac', token });
  await simulator.setCallbacks('test_user', { url: shop.url });
  const startMs = simulator.clock.now();
  await shop.kill();

  const lost = await pay(simulator, {});
  await simulator.settled();
  for (const ms of [29_999, 1, 29_999, 1, 3_600_000]) {
    await simulator.clock.advance(ms);
    await simulator.settled();
  }

  t.deepEqual(shop.heard, []);
  const record = await simulator.store.callbacks.about(lost);
  t.is(record.length, 1);
  t.like(record[0], { state: 'given-up', url: shop.url, subject: lost });
  t.deepEqual(
    record[0]?.tries.map(({ atMs }) => atMs - startMs),
    [0, 30_000, 60_000],
  );
  // Nobody is there, or a server that has nothing to do with it and got the port meanwhile.
  for (const { httpStatus, error } of record[0]?.tries ?? [])
    t.regex(String(httpStatus ?? error), /^(?:ECONNREFUSED|ECONNRESET|404)$/);
});

test('a shop that comes back between two calls hears what it missed, and then the rest in order', async (t) => {
  const simulator = await simulatorWith(t, { checksum: 'hmac', token });
  const shop = await merchantReceiver(t, { kind: 'hmac', token });
  await simulator.setCallbacks('test_user', { url: shop.url });
  await shop.kill();

  const orderId = await pay(simulator, {}, 'registerPreAuth.do');
  await simulator.call('deposit.do', { orderId });
  await simulator.settled();
  await shop.raise();
  await simulator.clock.advance(30_000);
  await simulator.settled();

  t.deepEqual(
    shop.heard.map(({ values, fault }) => [values['operation'], fault]),
    [
      ['approved', undefined],
      ['deposited', undefined],
    ],
  );
  const record = await simulator.store.callbacks.about(orderId);
  t.deepEqual(
    record.map(({ state, tries }) => [state, tries.length]),
    [
      ['delivered', 2],
      ['delivered', 1],
    ],
  );
});
