import test from 'ava';
import { GatewayRefused } from '../../client/index.ts';
import { subscriptionShop } from './subscriber.ts';

const month = 30 * 86_400_000;

test('a purchase in four instalments: the first by the customer, one held and captured, one declined and tried again', async (t) => {
  const { simulator, client, subscribe, heardOf } = await subscriptionShop(t);
  const terms = {
    installments: '4',
    totalInstallmentAmount: '400000',
    recurringFrequency: '28',
    recurringExpiry: '20271231',
  };
  const bindingId = await subscribe(terms, 100_000);
  t.is((await client.bindings.list({ clientId: 'aida', bindingType: 'I' }))[0]?.bindingId, bindingId);
  const part = { bindingId, amountMinor: 100_000, currency: '398' };

  await simulator.clock.advance(month);
  const held = await client.bindings.payInstallment({ ...part, orderNumber: 'sofa-2', preAuth: true });
  t.like(held.orderStatus, { orderStatus: 1, tii: 'I' });
  await client.deposit({ orderId: held.orderId });

  await simulator.clock.advance(month);
  const poor = { ...part, orderNumber: 'sofa-3', additionalParameters: { scenario: 'insufficient-funds' } };
  const declined = await client.bindings.payInstallment(poor);
  t.like(declined.orderStatus, { orderStatus: 6, actionCode: 116 });
  const sameNumber = client.bindings.payInstallment({ ...part, orderNumber: 'sofa-3' });
  t.is((await t.throwsAsync(sameNumber, { instanceOf: GatewayRefused }))?.errorCode, '1');
  const retried = await client.bindings.payInstallment({ ...part, orderNumber: 'sofa-3-again' });
  t.is(retried.orderStatus?.orderStatus, 2);

  await simulator.clock.advance(month);
  await client.bindings.payInstallment({ ...part, orderNumber: 'sofa-4' });
  await simulator.settled();

  t.deepEqual(await Promise.all(['sofa-2', 'sofa-3', 'sofa-3-again', 'sofa-4'].map(heardOf)), [
    ['approved=1', 'deposited=1'],
    ['deposited=0'],
    ['deposited=1'],
    ['deposited=1'],
  ]);
  const orders = await simulator.store.orders.ofMerchant('test_user');
  t.is(
    orders.reduce((sum, { depositedMinor }) => sum + depositedMinor, 0),
    Number(terms.totalInstallmentAmount),
  );
});
