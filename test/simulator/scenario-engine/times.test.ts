import test from 'ava';
import { Payer } from '../../../client/index.ts';
import { parseScenario } from '../../../simulator/scenario-engine/definition/parse-scenario.ts';
import { withUnits } from '../../../simulator/scenario-engine/definition/times-with-units.ts';
import { payWith } from '../../helpers/payments/paid-order.ts';
import { plainCard } from '../../helpers/payments/pay.ts';
import { controlOf } from '../../helpers/simulator/control.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';
import { mistakesIn } from './a-scenario.ts';

type TimeAt = readonly [path: string, bodyWith: (time: unknown) => object];

/** Every time of the language. */
const times: readonly TimeAt[] = [
  ['attempts[0].delay', (time) => ({ attempts: [{ delay: time }] })],
  ['attempts[0].pending', (time) => ({ attempts: [{ pending: time }] })],
  ['gateway[0].do.delay', (time) => ({ gateway: [{ on: 'register', do: { delay: time } }] })],
  ['gateway[0].do.delay.to', (time) => ({ gateway: [{ on: 'register', do: { delay: { from: '0s', to: time } } }] })],
  ['gateway[0].do.drip', (time) => ({ gateway: [{ on: 'register', do: { drip: time } }] })],
  ['callbacks[0].do.delay', (time) => ({ callbacks: [{ on: 'any', do: { delay: time } }] })],
  ['later[0].after', (time) => ({ later: [{ after: time, do: 'refund' }] })],
  ['payer.opensAfter', (time) => ({ attempts: ['approve'], payer: { opensAfter: time } })],
  ['payer.answersAfter', (time) => ({ attempts: ['approve'], payer: { answersAfter: time } })],
];

for (const [path, bodyWith] of times)
  test(`${path} needs a unit`, (t) => {
    const [mistake, ...others] = mistakesIn(t, bodyWith(500));

    t.deepEqual(others, []);
    t.true(mistake?.startsWith(`scenarios/x.yaml: ${path}: expected a time such as `), mistake);
    t.true(mistake?.endsWith(', got 500; did you mean 500ms?'), mistake);
    t.regex(mistakesIn(t, bodyWith('30'))[0] ?? '', /, got "30"; did you mean 30s\?$/);
    t.regex(mistakesIn(t, bodyWith(-5))[0] ?? '', /, got -5$/);
    t.regex(mistakesIn(t, bodyWith(0))[0] ?? '', /, got 0; did you mean 0ms\?$/);
    t.notThrows(() => parseScenario('x', bodyWith('500ms')));
  });

test('every time of the language is among those tested above', (t) => {
  const written = JSON.stringify(times.map(([, bodyWith]) => bodyWith('1s')));
  const stored = JSON.stringify(times.map(([, bodyWith]) => withUnits(bodyWith(1_000))));

  t.is(stored, written.replaceAll('"1s"', '"1000ms"'));
});

for (const wait of ['opensAfter', 'answersAfter'])
  test(`${wait} of a Payer needs a unit, as in a file`, (t) => {
    t.throws(() => new Payer({ [wait]: 500 }), { message: /a time such as .*, got 500; did you mean 500ms\?/ });
    t.notThrows(() => new Payer({ [wait]: '500ms' }));
  });

test('the control API refuses a scenario with a time without a unit, and tells the unit', async (t) => {
  const control = controlOf(t, await simulatorFor(t));
  const scenario = { attempts: [{ delay: 500 }] };
  const { status, json } = await control('PUT /merchants/test_user/scenario', { scenario });

  t.is(status, 422);
  t.regex(String(json['detail']), /got 500; did you mean 500ms\?/);
});

test('a state that an earlier version wrote is taken, with its times in milliseconds', async (t) => {
  const simulator = await simulatorFor(t);
  const control = controlOf(t, simulator);
  const { json: state } = await control('GET /merchants/test_user/state');
  const settings = { ...(state['settings'] as object), ownScenario: { later: [{ after: 60_000, do: 'refund' }] } };

  t.is((await control('PUT /merchants/test_user/state', { ...state, settings })).status, 200);
  const orderId = await payWith(simulator, plainCard.pan);
  await simulator.clock.advance(60_000);

  t.is((await simulator.status(orderId))['orderStatus'], 4);
});

test("a merchant's scenario that an earlier version stored keeps its times in milliseconds", async (t) => {
  const simulator = await simulatorFor(t);
  await simulator.setScenario('test_user', { later: [{ after: '1m', do: { refund: true } }] });
  const merchant = await simulator.store.merchants.find('test_user');
  if (!merchant) throw new Error('there is no merchant');
  await simulator.store.merchants.save({
    ...merchant,
    ownScenario: { later: [{ after: 60_000, do: { refund: true } }] },
  });
  const orderId = await payWith(simulator, plainCard.pan);
  await simulator.clock.advance(60_000);

  t.is((await simulator.status(orderId))['orderStatus'], 4);
});
