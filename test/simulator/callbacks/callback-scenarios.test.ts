import test from 'ava';
import { parseScenario } from '../../../simulator/scenario-engine/definition/parse-scenario.ts';
import { payWith } from '../../helpers/payments/paid-order.ts';
import { plainCard } from '../../helpers/payments/pay.ts';
import { receiverFor } from '../../helpers/shop/receiver.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';
import { faulty, recordOf, stageFor } from './faulty-callbacks.ts';

test('a step happens as often as it says, for each order by itself; then the next one speaks', async (t) => {
  const { shop, simulator } = await stageFor(t, [
    { on: 'refunded', times: 1, do: { lost: true } },
    { on: 'any', do: { repeat: 2 } },
  ]);
  const orderId = await payWith(simulator, plainCard.pan, faulty);
  for (const amount of ['1', '2']) await simulator.call('refund.do', { orderId, amount });
  await simulator.settled();

  t.deepEqual(shop.operations(), ['deposited=1', 'deposited=1', 'refunded=1', 'refunded=1']);
  t.deepEqual(
    (await recordOf(simulator, orderId)).map(({ state }) => state),
    ['delivered', 'lost', 'delivered'],
  );
});

test('what an order says of attempts leaves its merchant, or a file that holds, to speak of callbacks', async (t) => {
  const shop = await receiverFor(t, 200);
  const lost = { callbacks: [{ on: 'deposited', do: { lost: true } }] };
  const scenarios = [
    parseScenario('a-plain', { attempts: [{ approve: true }] }),
    parseScenario('a-vip', { when: { orderNumber: '^vip-' }, ...lost }),
  ];
  const simulator = await simulatorFor(t, { scenarios, callbacks: { url: shop.url } });
  const asked = { jsonParams: '{"scenario":"a-plain"}' };

  await payWith(simulator, plainCard.pan, { ...asked, orderNumber: 'vip-1' });
  await payWith(simulator, plainCard.pan, { ...asked, orderNumber: 'other' });
  await simulator.settled();
  t.deepEqual(
    shop.received.map(({ form }) => form.get('orderNumber')),
    ['other'],
  );

  await simulator.setScenario('test_user', lost);
  await payWith(simulator, plainCard.pan, { ...asked, orderNumber: 'third' });
  await simulator.settled();

  t.is(shop.received.length, 1);
});

test('a scenario that the payment call asks for speaks of callbacks; an outcome that is none leaves the order`s own', async (t) => {
  const { shop, simulator } = await stageFor(t, [{ on: 'deposited', do: { repeat: 2 } }]);
  const card = { $PAN: plainCard.pan, $CVC: '123', $EXPIRY: '203412', TEXT: 'AIDA BEK', ip: '1.2.3.4', language: 'en' };
  const [{ orderId: asked }, { orderId: own }] = [await simulator.register(), await simulator.register(faulty)];

  await simulator.call('paymentorder.do', { MDORDER: asked, ...card, ...faulty });
  await simulator.settled();
  t.deepEqual(shop.operations(), ['deposited=1', 'deposited=1']);
  await simulator.call('paymentorder.do', { MDORDER: own, ...card, jsonParams: '{"scenario":"116"}' });
  await simulator.settled();

  t.deepEqual(shop.operations().slice(2), ['deposited=0', 'deposited=0']);
});

test('callbacks about stored cards go wrong too, with an order and without', async (t) => {
  const { shop, simulator } = await stageFor(t, [
    { on: 'bindingCreated', do: { fields: { clientId: 'other' } } },
    { on: 'bindingActivityChanged', do: { repeat: 2 } },
  ]);
  await simulator.setScenario('test_user', 'faulty');
  const orderId = await payWith(simulator, plainCard.pan, { clientId: 'c', features: 'FORCE_CREATE_BINDING' });
  const { bindingId } = (await simulator.status(orderId))['bindingInfo'];
  await simulator.settled();
  await simulator.call('unBindCard.do', { bindingId });
  await simulator.settled();

  const about = shop.received.map(({ form }) => [form.get('operation'), form.get('clientId')]);
  t.deepEqual(about.toSorted(), [
    ['bindingActivityChanged', 'c'],
    ['bindingActivityChanged', 'c'],
    ['bindingCreated', 'other'],
    ['deposited', null],
  ]);
});

test('a merchant that is reset has met no step yet', async (t) => {
  const { shop, simulator } = await stageFor(t, [{ on: 'any', times: 1, do: { repeat: 2 } }]);
  await simulator.setScenario('test_user', 'faulty');
  const bindCard = async (): Promise<void> => {
    const card = { clientId: 'c', pan: plainCard.pan, expiryDate: '203412', cardholderName: 'AIDA BEK' };
    await simulator.call('createBindingNoPayment.do', card);
    await simulator.settled();
  };

  await bindCard();
  await simulator.resetMerchant('test_user');
  await bindCard();

  t.is(shop.received.length, 4);
});
