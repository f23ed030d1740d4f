const { startSimulator } = require('tillbox');
const { checkCallback, Payer, SandboxClient, startCallbackReceiver } = require('tillbox/client');

let simulator;
let sandbox;
let receiver;

beforeAll(async () => {
  simulator = await startSimulator();
  receiver = await startCallbackReceiver();
  sandbox = new SandboxClient({ url: simulator.url });
});
afterAll(() => Promise.all([simulator?.stop(), receiver?.stop()]));

const order = { amountMinor: 1_500_000, returnUrl: 'https://shop.example/return' };

test('a customer pays and comes back to the shop', async () => {
  const merchant = await sandbox.makeMerchant();
  const gateway = sandbox.gatewayOf(merchant);

  const { orderId, formUrl } = await gateway.register(order);
  const { url } = await new Payer().pay(formUrl); // types the card, passes 3-D Secure, is sent back

  expect(new URL(url).searchParams.get('orderId')).toBe(orderId);
  expect(await gateway.waitForPayment({ orderId })).toMatchObject({ outcome: 'paid' });
});

test('a card without money is declined', async () => {
  const merchant = await sandbox.makeMerchant();
  await sandbox.setScenario(merchant, 'declined-insufficient-funds');
  const gateway = sandbox.gatewayOf(merchant);

  const { orderId, formUrl } = await gateway.register(order);
  await new Payer().pay(formUrl);

  expect(await gateway.getOrderStatus({ orderId })).toMatchObject({ orderStatus: 0, actionCode: 116 });
});

test('nobody pays within twenty minutes, and the order is closed', async () => {
  const merchant = await sandbox.makeMerchant();
  const gateway = sandbox.gatewayOf(merchant);
  const { orderId } = await gateway.register(order);

  await sandbox.clock.advance(merchant, '20m');

  expect(await gateway.getOrderStatus({ orderId })).toMatchObject({ orderStatus: 6 });
});

test('the gateway tells the shop, with a checksum', async () => {
  const merchant = await sandbox.makeMerchant({ callbacks: { url: receiver.url, token: 'secret' } });
  const { orderId, formUrl } = await sandbox.gatewayOf(merchant).register(order);

  await new Payer().pay(formUrl);
  await sandbox.clock.advance(merchant, 0); // waits for callbacks that are on their way

  const [callback] = receiver.received.map(({ parameters }) => checkCallback(parameters, { token: 'secret' }));
  expect(callback).toMatchObject({ mdOrder: orderId, operation: 'deposited', isSuccessful: true });
});
