import test from 'ava';
import { Payer, SandboxProblem } from '../../../client/index.ts';
import { plainCard } from '../../helpers/payments/pay.ts';
import { receiverFor } from '../../helpers/shop/receiver.ts';
import { order, sandboxFor } from './sandbox.ts';

test('a scenario is set for the next order, and explained before it is met', async (t) => {
  const { sandbox } = await sandboxFor(t);
  const merchant = await sandbox.makeMerchant();
  const gateway = sandbox.gatewayOf(merchant);
  const pay = async () => {
    const { orderId, formUrl } = await gateway.register(order);
    await new Payer({ card: plainCard }).pay(formUrl);
    return (await gateway.getOrderStatus({ orderId })).actionCode;
  };

  const { nextOrders } = await sandbox.setScenario(merchant, 'declined-card-lost', { orders: 1 });

  t.like(nextOrders, { scenario: 'declined-card-lost', orders: 1, left: 1 });
  t.like(await sandbox.explainScenario(merchant, { amountMinor: 100 }), {
    scenario: 'declined-card-lost',
    actionCode: 208,
  });
  t.is(await pay(), 208);
  t.is((await sandbox.explainScenario(merchant)).scenario, undefined);
  t.is(await pay(), 0);
  const error = await t.throwsAsync(sandbox.setScenario(merchant, 'approved', { orders: 0 }), {
    instanceOf: SandboxProblem,
  });
  t.is(error?.field, 'orders');
});

test('callbacks are paused, run, tested, and sent again as copies', async (t) => {
  const shop = await receiverFor(t, 200);
  const { sandbox } = await sandboxFor(t);
  const merchant = await sandbox.makeMerchant({ callbacks: { url: shop.url, token: 'secret' } });

  t.like(await sandbox.callbacks.test(merchant), { isDelivered: true, checksum: { isRight: true } });
  t.like(await sandbox.callbacks.pause(merchant), { isPaused: true });
  const { orderId, formUrl } = await sandbox.gatewayOf(merchant).register(order);
  await new Payer({ card: plainCard }).pay(formUrl);
  t.is((await sandbox.clock.get(merchant)).nextDue, null);
  t.like(await sandbox.callbacks.run(merchant), { isPaused: false, delivered: 1 });
  const [{ id } = { id: '' }] = (await sandbox.callbacks.list(merchant)).callbacks;
  const copy = await sandbox.callbacks.resend(merchant, id, { checksum: 'wrong', times: 2 });
  t.like(copy, { isDelivered: true, callback: { copyOf: id, orderId } });
  t.like((await sandbox.callbacks.get(merchant, copy.callback.id)).checksum, { isRight: false });
  await sandbox.callbacks.resend(merchant, id, { delay: '5m' });

  t.like((await sandbox.clock.get(merchant)).nextDue, { what: 'callback', orderId });
  t.is(shop.received.length, 4);
});
