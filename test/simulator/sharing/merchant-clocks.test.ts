import test from 'ava';
import { createClock } from '../../../simulator/runtime/clock.ts';
import { hold } from '../../helpers/payments/paid-order.ts';
import { pay, plainCard } from '../../helpers/payments/pay.ts';
import { receiverFor } from '../../helpers/shop/receiver.ts';
import { type Fields, simulatorFor, startMs, type TestSimulator } from '../../helpers/simulator/simulator.ts';

const logins = ['left', 'right'].map((login) => ({ login, password: 'secret' }));
const order: Fields = { amount: '100000', returnUrl: 'https://shop.example/return' };

/** Calls of one of the two merchants. */
const as =
  ({ callBare }: TestSimulator, userName: string) =>
  (endpoint: string, fields: Fields = {}) =>
    callBare(endpoint, { userName, password: 'secret', ...fields });

test('a merchant whose clock is moved sees its order expire, and no other merchant does', async (t) => {
  const simulator = await simulatorFor(t, { merchants: logins });
  const [left, right] = [as(simulator, 'left'), as(simulator, 'right')];
  const [{ orderId: mine }, { orderId: other }] = [await left('register.do', order), await right('register.do', order)];

  await simulator.clockOf('left').advance(1_200_000);

  t.is((await left('getOrderStatusExtended.do', { orderId: mine }))['orderStatus'], 6);
  t.is((await right('getOrderStatusExtended.do', { orderId: other }))['orderStatus'], 0);
  t.is(
    (await left('getOrderStatusExtended.do', { orderId: (await left('register.do', order))['orderId'] }))['date'],
    startMs + 1_200_000,
  );
  t.is(simulator.clock.now(), startMs);
});

test('the clock of the process moves all merchants, wherever their own clocks stand', async (t) => {
  const simulator = await simulatorFor(t, { merchants: logins });
  await simulator.clockOf('left').advance(1_000_000);

  await simulator.clock.advance(500);

  t.is(simulator.clockOf('left').now(), startMs + 1_000_500);
  t.is(simulator.clockOf('right').now(), startMs + 500);
});

test('a frozen merchant stays where it is, and runs on from there', async (t) => {
  const simulator = await simulatorFor(t, { merchants: logins });
  const clock = simulator.clockOf('left');
  const left = as(simulator, 'left');
  const { orderId } = await left('register.do', order);

  await clock.freeze();
  await simulator.clock.advance(3_600_000);
  t.is((await left('getOrderStatusExtended.do', { orderId }))['orderStatus'], 0);
  await clock.run();
  await simulator.clock.advance(1_199_999);
  t.is((await left('getOrderStatusExtended.do', { orderId }))['orderStatus'], 0);
  await simulator.clock.advance(1);

  t.is((await left('getOrderStatusExtended.do', { orderId }))['orderStatus'], 6);
});

test('expiry, capture by date and repeated callbacks of one merchant happen at their moments, in order', async (t) => {
  const shop = await receiverFor(t, 500, 500, 200);
  const callbacks = { url: shop.url };
  const simulator = await simulatorFor(t, {
    merchants: [{ login: 'test_user', password: 'test_user_password', callbacks }],
  });
  const clock = simulator.clockOf('test_user');
  const unpaid = await simulator.register({ orderNumber: 'unpaid' });
  await hold(simulator, { orderNumber: 'held', autocompletionDate: '2026-01-01T08:00:45' });

  await clock.advance(1_200_000);
  await simulator.settled();

  t.deepEqual(
    shop.received.map(({ form }) => `${form.get('orderNumber')} ${form.get('operation')}`),
    ['held approved', 'held approved', 'held approved', 'held deposited', 'unpaid declinedByTimeout'],
  );
  const [late] = await simulator.store.callbacks.about(unpaid.orderId);
  t.is(late?.tries[0]?.atMs, startMs + 1_200_000);
  const held = await simulator.store.orders.findByNumber('test_user', 'held');
  t.deepEqual(
    (await simulator.store.callbacks.about(held?.id ?? '')).map(({ tries }) => tries.map(({ atMs }) => atMs - startMs)),
    [[0, 30_000, 60_000], [60_000]],
    'what comes later waits for what was not delivered',
  );
  t.is(held?.depositedAtMs, startMs + 45_000);
});

test('setting a clock forward lets everything happen on the way; setting it back lets nothing happen', async (t) => {
  const clock = createClock({ ground: createClock({ startMs: 1_000 }) });
  const seen: number[] = [];
  clock.after(500, () => void seen.push(clock.now()));

  await clock.set(2_000);
  await clock.set(500);
  clock.after(100, () => void seen.push(clock.now()));
  await clock.set(599);
  t.deepEqual(seen, [1_500]);
  await clock.set(600);

  t.deepEqual(seen, [1_500, 600]);
});

test('a clock above a running one is woken by it', async (t) => {
  const ground = createClock();
  t.teardown(ground.stop);
  const clock = createClock({ ground });

  await clock.sleep(5);

  t.false(clock.isFrozen());
});

test('with a seed a merchant sees the same ids, whatever others do in between', async (t) => {
  const idsSeen = async (busy: boolean): Promise<readonly string[]> => {
    const simulator = await simulatorFor(t, { merchants: logins, seed: 'repeatable' });
    const [left, right] = [as(simulator, 'left'), as(simulator, 'right')];
    const seen: string[] = [];
    for (const _ of [1, 2, 3]) {
      if (busy) await right('register.do', order);
      const { orderId, formUrl } = await left('register.do', order);
      if (busy) await right('register.do', order);
      await pay(formUrl, { card: plainCard });
      const { authRefNum, orderNumber } = await left('getOrderStatusExtended.do', { orderId });
      seen.push(orderId, orderNumber, authRefNum);
    }
    return seen;
  };

  t.deepEqual(await idsSeen(true), await idsSeen(false));
});
