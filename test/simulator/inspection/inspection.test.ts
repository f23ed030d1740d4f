import test from 'ava';
import { payWith } from '../../helpers/payments/paid-order.ts';
import { plainCard } from '../../helpers/payments/pay.ts';
import { receiverFor } from '../../helpers/shop/receiver.ts';
import { controlOf } from '../../helpers/simulator/control.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';

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
    [
      await simulator.har('test_user', { path: 'register.do' }),
      'GET /merchants/test_user/journal.har?path=register.do',
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

test('a program changes a merchant in process, and lets what a scenario counts begin anew', async (t) => {
  const scenario = { gateway: [{ on: 'register', times: 1, do: { errorCode: 7 } }] };
  const simulator = await simulatorFor(t);
  const codes: unknown[] = [];
  const register = async () => {
    const { errorCode } = await simulator.call('register.do', { amount: '1000', returnUrl: 'https://shop.example/' });
    codes.push(errorCode);
  };

  await simulator.changeMerchant('test_user', { name: 'My shop' });
  await simulator.setScenario('test_user', scenario);
  await register();
  await register();
  await simulator.resetScenario('test_user', 'own');
  await register();

  t.deepEqual(codes, ['7', undefined, '7']);
  t.deepEqual(
    (await simulator.merchants()).map(({ login, name }) => [login, name]),
    [['test_user', 'My shop']],
  );
});

test('what is not there is undefined, and an unknown merchant is an error that names it', async (t) => {
  const simulator = await simulatorFor(t);

  t.is(await simulator.order('none'), undefined);
  t.is(await simulator.resendCallback('test_user', 'none'), undefined);
  await t.throwsAsync(simulator.orders('nobody'), { message: /nobody/ });
});
