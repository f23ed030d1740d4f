import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { type Simulator, startSimulator } from 'tillbox';
import { checkCallback, type GatewayClient, Payer, SandboxClient, startCallbackReceiver } from 'tillbox/client';

// tillbox mutate has a gateway of its own, and breaks that of one merchant: those of the tests share its break.
const { TILLBOX_URL, TILLBOX_LOGIN } = process.env;
const shared = TILLBOX_LOGIN ? { breakOf: TILLBOX_LOGIN } : {};

let simulator: Simulator | undefined;
let sandbox: SandboxClient;

before(async () => {
  simulator = TILLBOX_URL ? undefined : await startSimulator({ journalSize: 1000 });
  sandbox = new SandboxClient({ url: TILLBOX_URL ?? simulator?.url ?? '' });
});
after(() => simulator?.stop());

const order = { orderNumber: 'n-1', amountMinor: 1_500_000, returnUrl: 'https://shop.example/return' };

/** What a shop decides by: the state, its reason, and the money. */
const statusOf = async (gateway: GatewayClient, orderId: string) => {
  const { orderStatus, actionCode, amount, currency, paymentAmountInfo } = await gateway.getOrderStatus({ orderId });
  const { paymentState, depositedAmount, refundedAmount } = paymentAmountInfo ?? {};
  return [orderStatus, actionCode, paymentState, amount, currency, depositedAmount, refundedAmount];
};

test('a customer pays and comes back to the shop', async () => {
  const merchant = await sandbox.makeMerchant(shared);
  const gateway = sandbox.gatewayOf(merchant);

  const { orderId, formUrl } = await gateway.register(order);
  const { url } = await new Payer().pay(formUrl); // types the card, passes 3-D Secure, is sent back

  assert.equal(new URL(url).searchParams.get('orderId'), orderId);
  assert.equal((await gateway.waitForPayment({ orderId, timeoutMs: 5_000 })).outcome, 'paid');
  assert.deepEqual(await statusOf(gateway, orderId), [2, 0, 'DEPOSITED', 1_500_000, '398', 1_500_000, 0]);
  const { orderNumber, date, cardAuthInfo, attributes } = await gateway.getOrderStatus({ orderId });
  assert.deepEqual(
    [orderNumber, cardAuthInfo?.maskedPan, attributes],
    ['n-1', '555555**5599', [{ name: 'mdOrder', value: orderId }]],
  );
  assert.ok(Math.abs(Date.now() - (date ?? 0)) < 86_400_000, 'the receipt has the day of the order');
});

test('a card without money is declined', async () => {
  const merchant = await sandbox.makeMerchant(shared);
  await sandbox.setScenario(merchant, 'declined-insufficient-funds');
  const gateway = sandbox.gatewayOf(merchant);

  const { orderId, formUrl } = await gateway.register(order);
  await new Payer().pay(formUrl);

  assert.deepEqual(await statusOf(gateway, orderId), [0, 116, 'CREATED', 1_500_000, '398', 0, 0]);
});

test('nobody pays within twenty minutes, and the order is closed', async () => {
  const merchant = await sandbox.makeMerchant(shared);
  const gateway = sandbox.gatewayOf(merchant);
  const { orderId } = await gateway.register(order);

  await sandbox.clock.advance(merchant, '20m');

  assert.deepEqual(await statusOf(gateway, orderId), [6, -2014, 'DECLINED', 1_500_000, '398', 0, 0]);
});

test('the gateway tells the shop, with a checksum', async (t) => {
  const receiver = await startCallbackReceiver();
  t.after(receiver.stop);
  const merchant = await sandbox.makeMerchant({ ...shared, callbacks: { url: receiver.url, token: 'secret' } });
  const { orderId, formUrl } = await sandbox.gatewayOf(merchant).register(order);

  await new Payer().pay(formUrl);
  await sandbox.clock.advance(merchant, 0); // waits for callbacks that are on their way

  const [callback] = receiver.received.map(({ parameters }) => checkCallback(parameters, { token: 'secret' }));
  assert.equal(callback?.mdOrder, orderId);
  assert.equal(callback?.operation, 'deposited');
  assert.equal(callback?.isSuccessful, true);
});

test('the shop refunds a part, and asks the gateway for it once', async () => {
  const merchant = await sandbox.makeMerchant(shared);
  const gateway = sandbox.gatewayOf(merchant);
  const { orderId, formUrl } = await gateway.register(order);
  await new Payer().pay(formUrl);

  await gateway.refund({ orderId, amountMinor: 500 }); // here your shop does it

  const refund = { path: 'refund.do', parameters: { orderId, amount: 500 }, times: 1 };
  const { verified, nearest } = await sandbox.verify(merchant, refund);
  assert.ok(verified, `these calls come closest: ${JSON.stringify(nearest)}`);
  assert.equal((await sandbox.orders.get(merchant, orderId)).refundedMinor, 500);
  assert.deepEqual(await statusOf(gateway, orderId), [4, 0, 'REFUNDED', 1_500_000, '398', 1_499_500, 500]);
  await assert.rejects(gateway.refund({ orderId, amountMinor: 1_500_000 }), { errorCode: '7' });
});

test('an unknown order, and one that nobody has paid, cannot be refunded', async () => {
  const gateway = sandbox.gatewayOf(await sandbox.makeMerchant(shared));
  const { orderId } = await gateway.register(order);

  await assert.rejects(gateway.refund({ orderId, amountMinor: 500 }), { errorCode: '7' });
  await assert.rejects(gateway.refund({ orderId: randomUUID(), amountMinor: 500 }), { errorCode: '6' });
});
