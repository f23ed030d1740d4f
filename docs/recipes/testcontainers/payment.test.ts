import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { GenericContainer, type StartedTestContainer, TestContainers, Wait } from 'testcontainers';
import { type CallbackReceiver, checkCallback, Payer, SandboxClient, startCallbackReceiver } from 'tillbox/client';

let container: StartedTestContainer;
let sandbox: SandboxClient;
let receiver: CallbackReceiver;

before(async () => {
  const token = 'test-only';
  receiver = await startCallbackReceiver();
  await TestContainers.exposeHostPorts(Number(new URL(receiver.url).port));
  container = await new GenericContainer(process.env['TILLBOX_IMAGE'] ?? 'tillbox')
    .withEnvironment({ CONTROL_TOKEN: token, SHOP: 'off' })
    .withExposedPorts(8080)
    .withWaitStrategy(Wait.forHttp('/sandbox/ready', 8080))
    .start();
  sandbox = new SandboxClient({ url: `http://${container.getHost()}:${container.getMappedPort(8080)}`, token });
});
after(() => Promise.all([container.stop(), receiver.stop()]));

const order = { amountMinor: 1_500_000, returnUrl: 'https://shop.example/return' };

test('a customer pays and comes back to the shop', async () => {
  const merchant = await sandbox.makeMerchant();
  const gateway = sandbox.gatewayOf(merchant);

  const { orderId, formUrl } = await gateway.register(order);
  const { url } = await new Payer().pay(formUrl); // types the card, passes 3-D Secure, is sent back

  assert.equal(new URL(url).searchParams.get('orderId'), orderId);
  assert.equal((await gateway.waitForPayment({ orderId })).outcome, 'paid');
});

test('a card without money is declined', async () => {
  const merchant = await sandbox.makeMerchant();
  await sandbox.setScenario(merchant, 'declined-insufficient-funds');
  const gateway = sandbox.gatewayOf(merchant);

  const { orderId, formUrl } = await gateway.register(order);
  await new Payer().pay(formUrl);

  const { orderStatus, actionCode } = await gateway.getOrderStatus({ orderId });
  assert.deepEqual({ orderStatus, actionCode }, { orderStatus: 0, actionCode: 116 });
});

test('nobody pays within twenty minutes, and the order is closed', async () => {
  const merchant = await sandbox.makeMerchant();
  const gateway = sandbox.gatewayOf(merchant);
  const { orderId } = await gateway.register(order);

  await sandbox.clock.advance(merchant, '20m');

  assert.equal((await gateway.getOrderStatus({ orderId })).orderStatus, 6);
});

test('the gateway tells the shop, with a checksum', async () => {
  const { port } = new URL(receiver.url);
  const callbacks = { url: `http://host.testcontainers.internal:${port}/callback`, token: 'secret' };
  const merchant = await sandbox.makeMerchant({ callbacks });
  const { orderId, formUrl } = await sandbox.gatewayOf(merchant).register(order);

  await new Payer().pay(formUrl);
  await sandbox.clock.advance(merchant, 0); // waits for callbacks that are on their way

  const [callback] = receiver.received.map(({ parameters }) => checkCallback(parameters, { token: 'secret' }));
  assert.equal(callback?.mdOrder, orderId);
  assert.equal(callback?.operation, 'deposited');
});
