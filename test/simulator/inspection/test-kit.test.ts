import test from 'ava';
import { CallbackNotDelivered, OrderUnknown } from '../../../simulator/domain/errors/order-errors.ts';
import { cardForActionCode } from '../../../simulator/issuer/code-range.ts';
import { payWith } from '../../helpers/payments/paid-order.ts';
import { plainCard } from '../../helpers/payments/pay.ts';
import { payForm } from '../../helpers/payments/pay-form.ts';
import { receiverFor } from '../../helpers/shop/receiver.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';

/** Longer than a test may last: what should come, comes before; what cannot come is told at once. */
const patient = { timeoutMs: 600_000 };

const declinedCard = cardForActionCode(116);

test('a callback that was delivered before is returned with its fields and tries', async (t) => {
  const shop = await receiverFor(t, 200);
  const simulator = await simulatorFor(t, { callbacks: { url: shop.url } });
  const orderId = await payWith(simulator, plainCard.pan);
  await simulator.settled();

  const callback = await simulator.waitForCallback(orderId, 'deposited', { timeoutMs: 0 });

  t.like(callback, { operation: 'deposited', status: '1', orderId, state: 'delivered', tries: [{ httpStatus: 200 }] });
  t.deepEqual(callback.fields[0], { name: 'mdOrder', value: orderId });
});

test('a callback is waited for on a clock that stands still, and through a failed try on one that is moved', async (t) => {
  const shop = await receiverFor(t, 500, 200);
  const simulator = await simulatorFor(t, { callbacks: { url: shop.url } });
  const { orderId } = await simulator.register();
  const waiting = simulator.waitForCallback(orderId, 'deposited', patient);
  await payForm(simulator, orderId, plainCard);
  await shop.hasReceived();
  await simulator.settled();

  await simulator.clockOf('test_user').advance(30_000);

  t.like(await waiting, { state: 'delivered', tries: [{ httpStatus: 500 }, { httpStatus: 200 }] });
});

test('of several callbacks of an operation the last one counts, and the status chooses', async (t) => {
  const shop = await receiverFor(t, 200);
  const simulator = await simulatorFor(t, { callbacks: { url: shop.url } });
  const { orderId } = await simulator.register();
  await simulator.setScenario('test_user', { attempts: [{ decline: 'insufficient-funds' }, { approve: true }] });
  await payForm(simulator, orderId, plainCard);

  t.like(await simulator.waitForCallback(orderId, 'deposited', patient), { status: '0' });
  const waiting = simulator.waitForCallback(orderId, 'deposited', { ...patient, status: 1 });
  await payForm(simulator, orderId, plainCard);
  t.like(await waiting, { status: '1' });
  t.like(await simulator.waitForCallback(orderId, 'deposited', patient), { status: '1' });
  t.like(await simulator.waitForCallback(orderId, 'deposited', { status: 0 }), { status: '0' });
});

test('a callback that does not come in time fails with what came, and why', async (t) => {
  const shop = await receiverFor(t, 200);
  const simulator = await simulatorFor(t, { callbacks: { url: shop.url } });
  const orderId = await payWith(simulator, plainCard.pan);
  await simulator.settled();

  const { message } = await t.throwsAsync(simulator.waitForCallback(orderId, 'refunded', { timeoutMs: 10 }), {
    instanceOf: CallbackNotDelivered,
  });

  t.is(message.split('\n')[0], `the callback refunded of order ${orderId} was not delivered within 0.01 s`);
  t.true(message.includes(`Seen: deposited, status 1: delivered. Callbacks of merchant test_user go to ${shop.url}.`));
  t.true(message.endsWith(await simulator.whyOf(orderId)));
});

test('a callback that waits for its next try is seen as such', async (t) => {
  const shop = await receiverFor(t, 503);
  const simulator = await simulatorFor(t, { callbacks: { url: shop.url } });
  const orderId = await payWith(simulator, plainCard.pan);
  await simulator.settled();

  await t.throwsAsync(simulator.waitForCallback(orderId, 'deposited', { timeoutMs: 10 }), {
    message: /deposited, status 1: waiting after 1 try, the last one: HTTP 503; again at 2026-01-01T08:00:30.000Z/,
  });
});

const never = [
  {
    title: 'the merchant has no address',
    callbacks: {},
    operation: 'deposited',
    says: /cannot come: merchant test_user has no callback address \(callbacks\.url\), and the order has no dynamicCallbackUrl\n/,
  },
  {
    title: 'the merchant does not want the operation',
    callbacks: { url: 'http://127.0.0.1:1/', operations: ['refunded', 'reversed'] },
    operation: 'deposited',
    says: /cannot come: callbacks\.operations of merchant test_user are refunded, reversed\n/,
  },
  {
    title: 'it is about a card, and only the order has an address',
    callbacks: {},
    fields: { dynamicCallbackUrl: 'http://127.0.0.1:1/' },
    operation: 'bindingCreated',
    says: /has no callback address \(callbacks\.url\), the only one for callbacks about stored cards\n/,
  },
] as const;
for (const { title, callbacks, operation, says, ...row } of never) {
  test(`a callback that cannot come is told at once: ${title}`, async (t) => {
    const simulator = await simulatorFor(t, { callbacks });
    const { orderId } = await simulator.register('fields' in row ? row.fields : {});

    await t.throwsAsync(simulator.waitForCallback(orderId, operation, patient), {
      instanceOf: CallbackNotDelivered,
      message: says,
    });
  });
}

test("an order's own address is enough", async (t) => {
  const shop = await receiverFor(t, 200);
  const simulator = await simulatorFor(t);
  const orderId = await payWith(simulator, plainCard.pan, { dynamicCallbackUrl: shop.url });

  t.like(await simulator.waitForCallback(orderId, 'deposited', patient), { state: 'delivered' });
});

test('a callback that the gateway sends no more is told at once: given up, or lost', async (t) => {
  const shop = await receiverFor(t, 500);
  const simulator = await simulatorFor(t, { callbacks: { url: shop.url, mostFailures: 1 } });
  const givenUp = await payWith(simulator, plainCard.pan);
  await t.throwsAsync(simulator.waitForCallback(givenUp, 'deposited', patient), {
    message: /is not delivered: deposited, status 1: given up after 1 try, the last one: HTTP 500\n/,
  });

  await simulator.setScenario('test_user', { callbacks: [{ on: 'deposited', do: { lost: true } }] });
  const { orderId } = await simulator.register();
  const waiting = simulator.waitForCallback(orderId, 'deposited', patient);
  await payForm(simulator, orderId, plainCard);

  await t.throwsAsync(waiting, {
    message: /is not delivered: deposited, status 1: lost, since scenario own says so\n/,
  });
});

test('an unknown order, a misspelt operation and a wrong option are named', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId } = await simulator.register();

  await t.throwsAsync(simulator.waitForCallback('none', 'deposited'), {
    instanceOf: OrderUnknown,
    message: /no order has the id none/,
  });
  await t.throwsAsync(simulator.whyOf('none'), { instanceOf: OrderUnknown });
  await t.throwsAsync(simulator.waitForCallback(orderId, 'refundd' as 'refunded'), {
    message: /waitForCallback: expected approved, .* got "refundd"; did you mean refunded\?/,
  });
  await t.throwsAsync(simulator.waitForCallback(orderId, 'refunded', { timeoutMs: 1.5 }), { message: /timeoutMs/ });
  await t.throwsAsync(simulator.waitForCallback(orderId, 'refunded', { status: 2 as 1 }), { message: /status/ });
});

test('a wait ends when the simulator stops', async (t) => {
  const simulator = await simulatorFor(t, { callbacks: { url: 'http://127.0.0.1:1/' } });
  const { orderId } = await simulator.register();
  const waiting = simulator.waitForCallback(orderId, 'deposited', patient);
  const failed = t.throwsAsync(waiting, { message: /was not delivered before the simulator was stopped/ });

  await simulator[Symbol.asyncDispose]();

  await failed;
  await t.throwsAsync(fetch(simulator.url));
  await simulator.stop();
});

test('why an order ended as it did is told with attempts, reasons, timeline, callbacks and address', async (t) => {
  const shop = await receiverFor(t, 200);
  const simulator = await simulatorFor(t, { callbacks: { url: shop.url }, journalSize: 10 });
  await simulator.setScenario('test_user', { attempts: [{ decline: 'insufficient-funds' }] });
  const orderId = await payWith(simulator, plainCard.pan);
  await simulator.settled();

  const text = await simulator.whyOf(orderId);

  t.regex(text, new RegExp(`^Order ${orderId} \\(number \\S+\\) of merchant test_user: 15000\\.00 KZT\n`));
  t.regex(text, /actionCode {3}116, insufficient-funds: Insufficient funds \(Declined by the issuer\)/);
  t.regex(
    text,
    /decided by {3}merchant test_user\n.*\n {4}yes {2}merchant test_user {2}has scenario own set: on attempt 1 the bank declines/,
  );
  t.regex(text, /\nTimeline\n {2}2026-01-01T08:00:00\.000Z {2}The shop registered order /);
  t.true(text.includes(`\nCallbacks\n  deposited, status 0: delivered, to ${shop.url}\n`));
  t.true(text.endsWith(`\nSee ${simulator.url}/orders/${orderId}`));
  t.is((await fetch(text.split('See ')[1] ?? '', { headers: { Accept: 'text/html' } })).status, 200);
});

test('why nothing has happened to an order is told too', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId } = await simulator.register();

  const text = await simulator.whyOf(orderId);

  t.true(text.includes('There was no attempt to pay.'));
  t.true(text.includes('Callbacks: none. Merchant test_user has no callback address.'));
});

test('a card decides by its number, which is not shown', async (t) => {
  const simulator = await simulatorFor(t);

  const text = await simulator.whyOf(await payWith(simulator, declinedCard));

  t.false(text.includes(declinedCard));
  t.regex(text, /decided by/);
});
