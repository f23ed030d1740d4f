import test from 'ava';
import { memoryStore } from '../../../simulator/store/memory/memory-store.ts';
import { payWith } from '../../helpers/payments/paid-order.ts';
import { plainCard } from '../../helpers/payments/pay.ts';
import { controlOf } from '../../helpers/simulator/control.ts';
import { simulatorFor, startMs } from '../../helpers/simulator/simulator.ts';
import { sharedMemory } from '../sharing/each-store/shared-memory.ts';

const hourMs = 3_600_000;
const keep = 'POST /merchants/test_user/state/keep';
const restore = 'POST /merchants/test_user/state/restore';
const state = 'GET /merchants/test_user/state';

for (const [what, line] of [
  ['a reset', 'POST /merchants/test_user/reset'],
  ['a deletion', 'DELETE /merchants/test_user'],
] as const)
  test(`${what} is undone by the state that was kept before, once`, async (t) => {
    const simulator = await simulatorFor(t);
    const control = controlOf(t, simulator);
    await payWith(simulator, plainCard.pan);
    await simulator.clockOf('test_user').advance(60_000);
    const before = (await control(state)).json;

    const kept = await control(keep);
    t.is(kept.status, 200);
    t.deepEqual(kept.json, { until: new Date(startMs + hourMs).toISOString() });
    await control(line);
    const undone = await control(restore);

    t.is(undone.status, 200);
    t.is(undone.json['login'], 'test_user');
    t.deepEqual((await control(state)).json, before);
    t.is((await control(restore)).status, 404);
  });

test('another state is undone, too', async (t) => {
  const simulator = await simulatorFor(t);
  const control = controlOf(t, simulator);
  const empty = (await control(state)).json;
  await payWith(simulator, plainCard.pan);
  const before = (await control(state)).json;

  await control(keep);
  await control('PUT /merchants/test_user/state', empty);
  await control(restore);

  t.deepEqual((await control(state)).json, before);
});

test('a state is kept for an hour, for its own login only', async (t) => {
  const simulator = await simulatorFor(t);
  const control = controlOf(t, simulator);
  await control('POST /merchants', { login: 'second' });
  await control(keep);

  const other = await control('POST /merchants/second/state/restore');
  t.is(other.status, 404);
  t.regex(other.json['detail'], /no state of second is kept/);
  await simulator.clock.advance(hourMs - 1);
  t.is((await control(restore)).status, 200);

  await control(keep);
  await simulator.clock.advance(hourMs);
  t.is((await control(restore)).status, 404);
  t.is((await control('POST /merchants/nobody/state/keep')).status, 404);
});

test('another process with the same store puts it back', async (t) => {
  const join = sharedMemory();
  const store = await join();
  const [one, other] = [await simulatorFor(t, { store }), await simulatorFor(t, { store: await join() })];
  await payWith(one, plainCard.pan);
  const control = controlOf(t, one);
  await control(keep);
  await control('POST /merchants/test_user/reset');

  t.is((await controlOf(t, other)(restore)).status, 200);
  t.is((await store.orders.ofMerchant('test_user')).length, 1);
});

test('what is over gives way, and so do the oldest if all together are too large', async (t) => {
  const store = memoryStore();
  const simulator = await simulatorFor(t, { store });
  const large = { bytes: 40 * 2 ** 20, document: '{}' };
  await store.keptStates.save({ merchant: 'over', untilMs: startMs, bytes: 2, document: '{}' });
  await store.keptStates.save({ merchant: 'oldest', untilMs: startMs + 1, ...large });
  await store.keptStates.save({ merchant: 'newest', untilMs: startMs + 2, ...large });

  await controlOf(t, simulator)(keep);

  t.deepEqual(
    (await store.keptStates.all()).map(({ merchant }) => merchant),
    ['newest', 'test_user'],
  );
});

test('no card number and no security code is in a kept state', async (t) => {
  const store = memoryStore();
  const simulator = await simulatorFor(t, { store });
  await payWith(simulator, plainCard.pan);

  await controlOf(t, simulator)(keep);

  const { document = '' } = (await store.keptStates.find('test_user')) ?? {};
  t.regex(document, /"orders":\[\{/);
  t.false(document.includes(plainCard.pan));
  t.notRegex(document, /\b\d{16}\b/);
});
