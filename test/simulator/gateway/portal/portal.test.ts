import test from 'ava';
import { payWith } from '../../../helpers/payments/paid-order.ts';
import { pay, plainCard } from '../../../helpers/payments/pay.ts';
import { receiverFor } from '../../../helpers/shop/receiver.ts';
import { simulatorFor } from '../../../helpers/simulator/simulator.ts';

test("is set up by the shop plugin's own call to the merchant portal", async (t) => {
  const shop = await receiverFor(t, 200);
  const merchants = [{ login: 'shop-api', password: 'p:w' }];
  const simulator = await simulatorFor(t, { merchants });
  const setUp = (login: string, password: string, body: object) =>
    fetch(`${simulator.url}/mportal/mvc/public/merchant/update/shop`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${login}:${password}`).toString('base64')}` },
      body: JSON.stringify(body),
    });
  const settings = {
    callbacks_enabled: true,
    callback_type: 'STATIC',
    callback_http_method: 'GET',
    callback_operations: 'deposited,approved,declinedByTimeout',
    callback_addresses: shop.url,
  };

  t.is((await setUp('shop-api', 'wrong', settings)).status, 401);
  t.is((await setUp('shop-api', 'p:w', settings)).status, 200);
  const { formUrl } = await simulator.callBare('register.do', {
    userName: 'shop-api',
    password: 'p:w',
    amount: '100',
    returnUrl: 'https://shop.example/',
  });
  await pay(formUrl, { card: plainCard });
  await simulator.settled();

  t.deepEqual(shop.operations(), ['deposited=1']);
});

test('is told by the portal to be silent, and to speak again to addresses that orders name', async (t) => {
  const [fixed, own] = [await receiverFor(t, 200), await receiverFor(t, 200)];
  const merchants = [{ login: 'test_user', password: 'test_user_password' }];
  const simulator = await simulatorFor(t, { merchants, callbacks: { url: fixed.url } });
  const setUp = (body: object) =>
    fetch(`${simulator.url}/mportal-uat/mvc/public/merchant/update/test_user`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from('test_user:test_user_password').toString('base64')}` },
      body: JSON.stringify(body),
    });
  const payNow = async () => {
    await payWith(simulator, plainCard.pan, { dynamicCallbackUrl: own.url });
    await payWith(simulator, plainCard.pan);
    await simulator.settled();
  };

  t.is((await setUp({ callbacks_enabled: false })).status, 200);
  await payNow();
  t.deepEqual([...own.received, ...fixed.received], []);

  t.is((await setUp({ callbacks_enabled: true, callback_type: 'DYNAMIC' })).status, 200);
  await payNow();
  t.deepEqual(own.operations(), ['deposited=1']);
  t.deepEqual(fixed.received, []);
});
