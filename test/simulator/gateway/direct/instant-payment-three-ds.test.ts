import test from 'ava';
import { bereke } from '../../../../simulator/banks/bereke.ts';
import { frictionlessCard, pay } from '../../../helpers/payments/pay.ts';
import { sentCard } from '../../../helpers/payments/sent-card.ts';
import { type Fields, simulatorFor } from '../../../helpers/simulator/simulator.ts';
import { challenged, declined, goOn, payInstantly, plain } from './pay-instantly.ts';

test('goes through 3-D Secure in two calls, the second naming the order of the first', async (t) => {
  const simulator = await simulatorFor(t);

  const first = await payInstantly(simulator, { ...challenged, orderNumber: 'N-1' });
  const second = await goOn(simulator, { ...challenged, orderNumber: 'N-1' }, first);

  t.like(first, { errorCode: '0', is3DSVer2: true, orderStatus: { OrderStatus: 0, OrderNumber: 'N-1' } });
  t.false('acsUrl' in first);
  t.is(second['orderId'], first['orderId'], 'no second order');
  t.is(typeof second['acsUrl'], 'string');
  t.is(typeof second['packedCReq'], 'string');
  t.like(second, { errorCode: '0', is3DSVer2: true });
  t.is(second['orderStatus'].OrderStatus, 0, '0 and acsUrl: the shop goes to the issuer');
  t.is((await simulator.status(first['orderId']))['orderStatus'], 5);
  await pay(`${simulator.url}/payment/merchants/payment_en.html?mdOrder=${first['orderId']}`);
  t.is((await simulator.status(first['orderId']))['orderStatus'], 2);
});

test('is done after the second call where nobody asks the payer', async (t) => {
  const simulator = await simulatorFor(t);
  const frictionless = sentCard(frictionlessCard);

  const second = await goOn(simulator, frictionless, await payInstantly(simulator, frictionless));

  t.like(second, { errorCode: '0', is3DSVer2: true, orderStatus: { OrderStatus: 2 } });
  t.is(second['redirect'], `https://shop.example/return?orderId=${second['orderId']}&lang=en`);
});

test('speaks 3-D Secure 1 in one call where the bank does', async (t) => {
  const simulator = await simulatorFor(t, { bank: { ...bereke, threeDsVersion: 1 } });

  const answer = await payInstantly(simulator, challenged);

  t.like(answer, { errorCode: '0', orderStatus: { OrderStatus: 0 } });
  for (const name of ['acsUrl', 'paReq', 'termUrl']) t.is(typeof answer[name], 'string', name);
});

test('the second call pays only an order that is there, its own, and unpaid', async (t) => {
  const merchants = [
    { login: 'test_user', password: 'test_user_password' },
    { login: 'other', password: 'secret' },
  ];
  const simulator = await simulatorFor(t, { merchants });
  const paid = await payInstantly(simulator, plain);
  const waiting = await payInstantly(simulator, challenged);
  const code = async (fields: Fields) => (await payInstantly(simulator, { ...plain, ...fields }))['errorCode'];

  t.is(await code({ threeDSVer2MdOrder: 'none' }), '6');
  t.is(await code({ threeDSVer2MdOrder: paid['orderId'] }), '7');
  t.is(await code({ threeDSVer2MdOrder: waiting['orderId'], userName: 'other', password: 'secret' }), '5');
});

test('tries another card on the order of the first call', async (t) => {
  const simulator = await simulatorFor(t);
  const { orderId } = await payInstantly(simulator, declined);

  const second = await payInstantly(simulator, { ...plain, threeDSVer2MdOrder: orderId });

  t.like(second, { orderId, orderStatus: { OrderStatus: 2 } });
});
