import test from 'ava';
import { GatewayRefused } from '../../client/index.ts';
import { subscriptionShop } from './subscriber.ts';

const month = 30 * 86_400_000;

test('a subscription: one payment with 3-D Secure, then one a month without the customer, until they stop it', async (t) => {
  const { simulator, client, subscribe, heardOf } = await subscriptionShop(t);
  const bindingId = await subscribe({ recurringFrequency: '28', recurringExpiry: '20271231' });
  t.is((await client.bindings.list({ clientId: 'aida', bindingType: 'R' }))[0]?.bindingId, bindingId);

  for (const orderNumber of ['sub-1-february', 'sub-1-march']) {
    await simulator.clock.advance(month);
    const { orderId, orderStatus } = await client.bindings.payRecurrent({
      orderNumber,
      bindingId,
      amountMinor: 99_000,
    });
    await simulator.settled();

    t.like(orderStatus, { orderStatus: 2, amount: 99_000, tii: 'R', paymentWay: 'CARD_BINDING' });
    t.like(orderStatus?.cardAuthInfo?.secureAuthInfo, { eci: 7 });
    t.like(await client.getOrderStatus({ orderNumber }), {
      orderStatus: 2,
      attributes: [{ name: 'mdOrder', value: orderId }],
    });
    t.deepEqual(await heardOf(orderNumber), ['deposited=1']);
  }

  const again = client.bindings.payRecurrent({ orderNumber: 'sub-1-march', bindingId, amountMinor: 99_000 });
  t.is((await t.throwsAsync(again, { instanceOf: GatewayRefused }))?.errorCode, '10');

  await client.refund({
    orderId: (await client.getOrderStatus({ orderNumber: 'sub-1-march' })).attributes?.[0]?.value ?? '',
  });
  await simulator.settled();
  t.deepEqual(await heardOf('sub-1-march'), ['deposited=1', 'refunded=1']);

  const stopped = {
    orderNumber: 'sub-1-april',
    bindingId,
    amountMinor: 99_000,
    additionalParameters: { scenario: 'decline-240' },
  };
  const unknown = await t.throwsAsync(client.bindings.payRecurrent(stopped), { instanceOf: GatewayRefused });
  t.is(unknown?.errorCode, '1', 'there is no such scenario, and so no order');
  const declined = client.bindings.payRecurrent({
    ...stopped,
    additionalParameters: { scenario: 'recurring-stopped' },
  });
  t.is((await t.throwsAsync(declined, { instanceOf: GatewayRefused }))?.errorCode, '1');
  await simulator.settled();
  t.like(await client.getOrderStatus({ orderNumber: 'sub-1-april' }), { orderStatus: 6, actionCode: 240 });
  t.deepEqual(await heardOf('sub-1-april'), ['deposited=0']);

  await client.bindings.unbind({ bindingId });
  const off = client.bindings.payRecurrent({ orderNumber: 'sub-1-may', bindingId, amountMinor: 99_000 });
  await t.throwsAsync(off, { instanceOf: GatewayRefused });
  await t.throwsAsync(client.getOrderStatus({ orderNumber: 'sub-1-may' }), { instanceOf: GatewayRefused });
});
