import test, { type ExecutionContext } from 'ava';
import { controlOf } from '../../helpers/simulator/control.ts';
import { simulatorFor, startMs, type TestSimulator } from '../../helpers/simulator/simulator.ts';

const everythingOf = async (simulator: TestSimulator): Promise<string> =>
  JSON.stringify(await simulator.state('test_user'));

const shopFor = async (t: ExecutionContext) => {
  const simulator = await simulatorFor(t);
  await simulator.register();
  await simulator.clockOf('test_user').advance(0);
  return { simulator, control: controlOf(t, simulator) };
};

const lastDateMs = 8_640_000_000_000_000;
const last = '9999-12-31T23:59:59.999Z';

/** Bodies as they are sent, in which numbers may be too large for JavaScript. */
const outside = [
  ['set', '{"to":-1}'],
  ['set', '{"to":-0.5}'],
  ['set', '{"to":1.5}'],
  ['set', '{"to":-8640000000000000}'],
  ['set', `{"to":${lastDateMs}}`],
  ['set', `{"to":${lastDateMs + 1}}`],
  ['set', '{"to":253402300800000}'],
  ['set', '{"to":1e999}'],
  ['set', '{"to":-1e999}'],
  ['set', '{"to":"1969-12-31T23:59:59Z"}'],
  ['set', '{"to":"1969-12-31T23:59:59.999Z"}'],
  ['set', '{"to":"1970-01-01T00:00:00+14:00"}'],
  ['set', '{"to":"1970-01-01T00:59:00+01:00"}'],
  ['set', '{"to":"0001-01-01T00:00:00Z"}'],
  ['set', '{"to":"0000-01-01T00:00:00Z"}'],
  ['set', '{"to":"-000001-01-01T00:00:00Z"}'],
  ['set', '{"to":"+010000-01-01T00:00:00Z"}'],
  ['set', '{"to":"+275760-09-13T00:00:00.001Z"}'],
  ['set', '{"to":"9999-12-31T23:59:59-00:01"}'],
  ['set', '{"to":"2026-02-30T00:00:00Z"}'],
  ['set', '{"to":null}'],
  ['advance', '{"by":-1}'],
  ['advance', '{"by":-0.001}'],
  ['advance', '{"by":"-1s"}'],
  ['advance', '{"by":"-20m"}'],
  ['advance', `{"by":${lastDateMs}}`],
  ['advance', '{"by":3155760000001}'],
  ['advance', '{"by":"36526d"}'],
  ['advance', '{"by":"999999999d"}'],
  ['advance', '{"by":"999999999d999999999d"}'],
  ['advance', '{"by":1e999}'],
  ['advance', '{"by":"1e9d"}'],
] as const;
for (const [move, body] of outside)
  test(`a move out of time is refused and changes nothing: ${move} ${body}`, async (t) => {
    const { simulator, control } = await shopFor(t);
    const before = await everythingOf(simulator);

    const { status, json } = await control(`POST /merchants/test_user/clock/${move}`, body);

    t.like({ status, ...json }, { status: 422, field: move === 'set' ? 'to' : 'by' });
    t.is(await everythingOf(simulator), before);
  });

for (const by of [1, '1ms', '1s', '1d', 3_155_760_000_000])
  test(`a clock at its last moment goes no further, by ${by}`, async (t) => {
    const { simulator, control } = await shopFor(t);
    t.like((await control('POST /merchants/test_user/clock/set', { to: last })).json, { now: last });
    const before = await everythingOf(simulator);

    const { status, json } = await control('POST /merchants/test_user/clock/advance', { by });

    t.like({ status, ...json }, { status: 422, field: 'by' });
    t.is(await everythingOf(simulator), before);
  });

for (const to of [
  0,
  1,
  '1970-01-01T00:00:00Z',
  '1970-01-01T01:00:00+01:00',
  last,
  Date.parse(last),
  '2100-02-28T12:00:00Z',
])
  test(`a clock can be set to any moment from 1970 to 9999, where orders are as ever: ${to}`, async (t) => {
    const { simulator, control } = await shopFor(t);
    const ms = typeof to === 'number' ? to : Date.parse(to);

    const { status, json } = await control('POST /merchants/test_user/clock/set', { to });
    const { orderId } = await simulator.register({ sessionTimeoutSecs: '999999999' });

    t.like({ status, ...json }, { status: 200, nowMs: ms });
    t.regex(orderId, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    t.is((await simulator.status(orderId))['date'], ms);
    t.is((await simulator.order(orderId))?.merchant, 'test_user');
    const state = await simulator.state('test_user');
    t.is((await control('PUT /merchants/test_user/state', state)).status, 200);
  });

const inState: readonly (readonly [
  string,
  (state: Record<string, unknown>, order: Record<string, unknown>) => void,
])[] = [
  ['clock.nowMs', (state) => Object.assign(state['clock'] as object, { nowMs: -1 })],
  ['clock.nowMs', (state) => Object.assign(state['clock'] as object, { nowMs: 0.5 })],
  ['clock.nowMs', (state) => Object.assign(state['clock'] as object, { nowMs: 253_402_300_800_000 })],
  ['clock.nowMs', (state) => Object.assign(state['clock'] as object, { nowMs: lastDateMs })],
  ['clock.nowMs', (state) => Object.assign(state['clock'] as object, { nowMs: '1969-12-31T23:59:59Z' })],
  ['orders.0.registeredAtMs', (_, order) => Object.assign(order, { registeredAtMs: -1 })],
  ['orders.0.registeredAtMs', (_, order) => Object.assign(order, { registeredAtMs: lastDateMs + 1 })],
  ['orders.0.expiresAtMs', (_, order) => Object.assign(order, { expiresAtMs: -1e300 })],
  ['orders.0.expiresAtMs', (_, order) => Object.assign(order, { expiresAtMs: 1e300 })],
  ['orders.0.busyUntilMs', (_, order) => Object.assign(order, { busyUntilMs: -0.001 })],
  ['orders.0.autoReverseAtMs', (_, order) => Object.assign(order, { autoReverseAtMs: lastDateMs * 2 })],
  ['orders.0.depositedAtMs', (_, order) => Object.assign(order, { depositedAtMs: -5 })],
  ['settings.callbacks.retryAfterMs', (state) => withCallbacks(state, { retryAfterMs: 1e15 })],
  ['settings.callbacks.retryAfterMs', (state) => withCallbacks(state, { retryAfterMs: -1 })],
  ['settings.callbacks.mostFailures', (state) => withCallbacks(state, { mostFailures: 1e15 })],
];

const withCallbacks = (state: Record<string, unknown>, changes: object): void => {
  const settings = state['settings'] as { callbacks?: object };
  settings.callbacks = {
    method: 'GET',
    operations: [],
    parameters: [],
    sendsCreationDate: false,
    retryAfterMs: 1,
    mostFailures: 1,
    ...settings.callbacks,
    ...changes,
  };
};

for (const [index, [field, change]] of inState.entries())
  test(`a state with a moment out of time is refused and changes nothing: ${field}, ${index}`, async (t) => {
    const { simulator, control } = await shopFor(t);
    const before = await everythingOf(simulator);
    const state = JSON.parse(before);
    change(state, state.orders[0]);

    const { status, json } = await control('PUT /merchants/test_user/state', state);

    t.like({ status, ...json }, { status: 422, field });
    t.is(await everythingOf(simulator), before);
    await t.throwsAsync(simulator.setState('test_user', state), { name: 'StateError' });
    t.is(await everythingOf(simulator), before);
  });

test('dates of orders and tasks before 1970 are refused', async (t) => {
  const { simulator } = await shopFor(t);
  const order = { amount: '100', returnUrl: 'https://shop.example/' };

  for (const name of ['autocompletionDate', 'autoReverseDate', 'expirationDate']) {
    t.is(
      (await simulator.call('registerPreAuth.do', { ...order, [name]: '1969-12-31T23:59:59' }))['errorCode'],
      '5',
      name,
    );
    t.is(
      (await simulator.call('registerPreAuth.do', { ...order, [name]: '0001-01-01T00:00:00' }))['errorCode'],
      '5',
      name,
    );
  }
});

test('moves of one clock run one after another', async (t) => {
  const { simulator, control } = await shopFor(t);
  for (let count = 0; count < 100; count++) await simulator.register();

  await Promise.all(['1d', '2d', '3d'].map((by) => control('POST /merchants/test_user/clock/advance', { by })));

  t.is(simulator.clockOf('test_user').now(), startMs + 6 * 86_400_000);
});
