import test from 'ava';
import { controlOf } from '../helpers/control.ts';
import { payWith } from '../helpers/paid-order.ts';
import { plainCard } from '../helpers/pay.ts';
import { receiverFor } from '../helpers/receiver.ts';
import { simulatorFor } from '../helpers/simulator.ts';

test('a program sees in process what the control API shows', async (t) => {
  const shop = await receiverFor(t, 200);
  const simulator = await simulatorFor(t, { callbacks: { url: shop.url }, journalSize: 100 });
  const control = controlOf(t, simulator);
  const orderId = await payWith(simulator, plainCard.pan);
  await simulator.settled();

  const pairs = [
    [await simulator.order(orderId), `GET /merchants/test_user/orders/${orderId}`],
    [await simulator.orders('test_user', { status: 'deposited' }), 'GET /merchants/test_user/orders?status=deposited'],
    [await simulator.callbacks('test_user'), 'GET /merchants/test_user/callbacks'],
    [
      await simulator.journal('test_user', { path: 'register.do' }),
      'GET /merchants/test_user/journal?path=register.do',
    ],
  ] as const;

  for (const [inProcess, line] of pairs) t.deepEqual((await control(line)).json, JSON.parse(JSON.stringify(inProcess)));
});

test('a program sends a callback again and verifies calls in process', async (t) => {
  const shop = await receiverFor(t, 500, 200);
  const simulator = await simulatorFor(t, { callbacks: { url: shop.url, mostFailures: 1 }, journalSize: 100 });
  await payWith(simulator, plainCard.pan);
  await simulator.settled();
  const { callbacks } = await simulator.callbacks('test_user', { state: 'given-up' });

  t.like(await simulator.resendCallback('test_user', callbacks[0]?.id ?? ''), { isDelivered: true });
  t.is(shop.received.length, 2);
  t.like(await simulator.verify('test_user', { path: 'register.do', times: 1 }), { verified: true, seen: 1 });
});

test('what is not there is undefined, and an unknown merchant is an error that names it', async (t) => {
  const simulator = await simulatorFor(t);

  t.is(await simulator.order('none'), undefined);
  t.is(await simulator.resendCallback('test_user', 'none'), undefined);
  await t.throwsAsync(simulator.orders('nobody'), { message: /nobody/ });
});
