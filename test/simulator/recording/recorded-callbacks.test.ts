import test from 'ava';
import { payWith } from '../../helpers/payments/paid-order.ts';
import { plainCard } from '../../helpers/payments/pay.ts';
import { receiverFor } from '../../helpers/shop/receiver.ts';
import { controlOf } from '../../helpers/simulator/control.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';

test('the callbacks of a run, and the answers of the shop, are a pact of the gateway with the shop', async (t) => {
  const shop = await receiverFor(t, 200);
  const token = 'secret-token-of-the-shop';
  const simulator = await simulatorFor(t, { journalSize: 100, callbacks: { url: `${shop.url}?way=1`, token } });
  for (const _ of [1, 2]) {
    const orderId = await payWith(simulator, plainCard.pan);
    await simulator.call('refund.do', { orderId, amount: '500' });
  }
  await simulator.clock.advance(1);
  await simulator.settled();

  const { json, text } = await controlOf(t, simulator)('GET /merchants/test_user/pact?of=callbacks&consumer=coffee');

  t.like(json, { consumer: { name: 'gateway' }, provider: { name: 'coffee' } });
  t.like(json['metadata'].tillbox.calls, { seen: 4, withState: 4, leftOut: [] });
  t.deepEqual(
    json['interactions'].map(({ description, response }: Record<string, unknown>) => [description, response]),
    [
      ['the gateway tells deposited with status 1 by GET; answered with HTTP 200', { status: 200 }],
      ['the gateway tells refunded with status 1 by GET; answered with HTTP 200', { status: 200 }],
    ],
  );
  const [{ providerStates, request }] = json['interactions'];
  t.deepEqual(providerStates, [
    { name: 'the shop checks callbacks with its token' },
    { name: 'the shop waits for the payment of an order', params: { orderStatus: 2 } },
  ]);
  t.like(request, { method: 'GET', path: '/callback' });
  t.like(request.query, { way: ['1'], operation: ['deposited'], status: ['1'], orderNumber: ['shop-1001'] });
  t.deepEqual(Object.keys(request.generators.query).sort(), ['mdOrder', 'orderNumber']);
  t.false(text.includes(token));
});

test('callbacks that the shop did not answer are left out', async (t) => {
  const simulator = await simulatorFor(t, { journalSize: 100, callbacks: { url: 'http://127.0.0.1:1/callback' } });
  await payWith(simulator, plainCard.pan);
  await simulator.clock.advance(1);
  await simulator.settled();

  const { json } = await controlOf(t, simulator)('GET /merchants/test_user/pact?of=callbacks');

  t.deepEqual(json['interactions'], []);
  t.deepEqual(json['metadata'].tillbox.calls.leftOut, [
    { call: 'callback deposited', reason: 'the shop did not answer', times: 1 },
  ]);
});
