import test from 'ava';
import { parseScenario } from '../../../simulator/scenario-engine/definition/parse-scenario.ts';
import { payWith } from '../../helpers/payments/paid-order.ts';
import { plainCard } from '../../helpers/payments/pay.ts';
import { receiverFor } from '../../helpers/shop/receiver.ts';
import { controlOf } from '../../helpers/simulator/control.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';

const lostOnce = parseScenario('lost-once', { callbacks: [{ on: 'refunded', times: 1, do: { lost: true } }] });

/** Refuses one call of an endpoint. */
const once = (on: string) => ({ gateway: [{ on, times: 1, do: { errorCode: 7 } }] });

test('a scenario that happens once happens again when it is reset, and others go on', async (t) => {
  const simulator = await simulatorFor(t, { scenarios: 'scenarios' });
  const control = controlOf(t, simulator);
  const registers = async (): Promise<boolean> => 'orderId' in (await simulator.register());
  await control('PUT /merchants/test_user/scenario', { scenario: once('register') });
  await simulator.store.counters.set('test_user', 'owner  0', 5);

  t.deepEqual([await registers(), await registers()], [false, true]);
  t.is((await control('POST /merchants/test_user/scenarios/own/reset')).status, 204);

  t.deepEqual([await registers(), await registers()], [false, true]);
  t.is(
    (await simulator.store.counters.ofMerchant('test_user'))['owner  0'],
    5,
    'a name that only begins so is another',
  );
});

test("a callback's fault that happens once for an order happens again when its scenario is reset", async (t) => {
  const shop = await receiverFor(t, 200);
  const simulator = await simulatorFor(t, { scenarios: [lostOnce], callbacks: { url: shop.url } });
  const control = controlOf(t, simulator);
  const orderId = await payWith(simulator, plainCard.pan, { jsonParams: '{"scenario":"lost-once"}' });
  const refund = () => simulator.call('refund.do', { orderId, amount: '1' });

  await refund();
  await refund();
  t.is((await control('POST /merchants/test_user/scenarios/lost-once/reset')).status, 204);
  await refund();
  await refund();

  const callbacks = await simulator.store.callbacks.about(orderId);
  t.deepEqual(
    callbacks.map(({ fault }) => fault !== undefined),
    [false, true, false, true, false],
  );
});

test('a scenario or a merchant that is not there is not found', async (t) => {
  const control = controlOf(t, await simulatorFor(t, { scenarios: 'scenarios' }));

  t.is((await control('POST /merchants/test_user/scenarios/no-such/reset')).json['field'], 'name');
  t.is((await control('POST /merchants/test_user/scenarios/own/reset')).json['field'], 'name');
  t.is((await control('POST /merchants/nobody/scenarios/own/reset')).json['field'], 'login');
  t.is((await control('POST /merchants/test_user/scenarios/approved/reset')).status, 204);
});
