import test, { type ExecutionContext } from 'ava';
import { createClock } from '../../simulator/clock.ts';
import { createLeases } from '../../simulator/leases.ts';
import type { SimulatorOptions } from '../../simulator/simulator.ts';
import { eventually } from '../helpers/eventually.ts';
import { plainCard } from '../helpers/pay.ts';
import { payForm } from '../helpers/pay-form.ts';
import { receiverFor } from '../helpers/receiver.ts';
import { sharedMemory } from '../helpers/shared-memory.ts';
import { simulatorFor, startMs, type TestSimulator } from '../helpers/simulator.ts';

const twentyMinutesMs = 20 * 60_000;

/** Two simulators with one store; `shared`: the store from outside. */
const pairFor = async (t: ExecutionContext, options: SimulatorOptions = {}) => {
  const shared = sharedMemory();
  const join = () => simulatorFor(t, { clock: createClock({ startMs }), store: shared.join(), ...options });
  return { one: await join(), other: await join(), shared };
};

const paid = async (simulator: TestSimulator): Promise<string> => {
  const { orderId } = await simulator.register();
  await payForm(simulator, orderId, plainCard);
  return orderId;
};

test('an order that is registered at one is paid and refunded at the other', async (t) => {
  const { one, other } = await pairFor(t);
  const { orderId } = await one.register();

  await payForm(other, orderId, plainCard);

  t.is((await one.status(orderId))['orderStatus'], 2);
  t.is((await other.call('refund.do', { orderId, amount: '500' }))['errorCode'], '0');
  t.is((await one.status(orderId))['orderStatus'], 4);
});

test('time that is moved at one has moved at the other, for all that it brings', async (t) => {
  const { one, other } = await pairFor(t);
  const { orderId } = await other.register();

  await one.clockOf('test_user').advance(twentyMinutesMs);

  t.is((await one.status(orderId))['actionCode'], -2014);
  t.is((await other.status(orderId))['actionCode'], -2014);
  t.is(other.clockOf('test_user').now(), startMs + twentyMinutesMs);
});

test('a clock that is stopped, started and reset at one is so at the other', async (t) => {
  const { one, other } = await pairFor(t, { clock: createClock() });
  const seenAtOther = async () => {
    await other.call('getOrderStatusExtended.do', { orderId: 'none' });
    return other.clockOf('test_user').isFrozen();
  };

  await one.clockOf('test_user').freeze();
  t.true(await seenAtOther());
  await one.clockOf('test_user').run();
  t.false(await seenAtOther());
  await one.clockOf('test_user').freeze();
  t.true(await seenAtOther());
  await one.resetMerchant('test_user');
  t.false(await seenAtOther());
});

test('a callback goes out once, though both know of it', async (t) => {
  const { url, received, operations } = await receiverFor(t, 200);
  const { one, other } = await pairFor(t, { callbacks: { url } });

  const orderIds = await Promise.all([one, other, one, other, one].map(paid));
  await Promise.all([one, other].map((simulator) => simulator.clockOf('test_user').advance(60_000)));

  await eventually(
    t,
    () => received.length,
    (count) => count >= orderIds.length,
  );
  await Promise.all([one.settled(), other.settled()]);
  t.deepEqual(
    operations(),
    orderIds.map(() => 'deposited=1'),
  );
});

test('a callback that its process holds and does not send goes out when it is given free', async (t) => {
  const { url, received } = await receiverFor(t, 200);
  const { one, other, shared } = await pairFor(t, { callbacks: { url } });
  const { orderId } = await one.register();
  shared.hold(`callbacks about ${orderId}`);
  await payForm(one, orderId, plainCard);
  await Promise.all([one.settled(), other.settled()]);
  t.is(received.length, 0);

  shared.giveFree(`callbacks about ${orderId}`);

  await eventually(
    t,
    () => received.length,
    (count) => count > 0,
  );
  await Promise.all([one.settled(), other.settled()]);
  t.is(received.length, 1);
});

test('what a process leaves undone that is gone, the other does', async (t) => {
  const shared = sharedMemory();
  const { url, operations } = await receiverFor(t, 200);
  const join = () =>
    simulatorFor(t, { clock: createClock(), store: shared.join(), sessionTimeoutSecs: 1, callbacks: { url } });
  const [gone, left] = [await join(), await join()];
  const { orderId } = await gone.register();
  await gone.stop();

  await eventually(t, operations, (heard) => heard.length > 0);

  t.deepEqual(operations(), ['declinedByTimeout=0']);
  t.is((await left.status(orderId))['actionCode'], -2014);
});

test('work in time comes after the work of another process; a failure gives it free', async (t) => {
  const shared = sharedMemory();
  const [one, other] = [createLeases(shared.join().sharing), createLeases(shared.join().sharing)];
  let finish = (): void => {};
  const first = one.alone('work', () => new Promise<void>((resolve) => (finish = resolve)));
  await new Promise(setImmediate);

  t.is(await other.alone('work', async () => 'second'), undefined);
  const second = other.inTime('work', async () => 'second');
  finish();

  t.deepEqual(await first, { result: undefined });
  t.is(await second, 'second');
  await t.throwsAsync(
    one.alone('work', () => Promise.reject(new Error('failed'))),
    { message: 'failed' },
  );
  t.deepEqual(await other.alone('work', async () => 'third'), { result: 'third' });
});
