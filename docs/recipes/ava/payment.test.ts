import test, { type ExecutionContext } from 'ava';
import { createClock, startSimulator } from 'tillbox';
import { checkCallback, GatewayClient, Payer, startCallbackReceiver } from 'tillbox/client';

const shop = { login: 'shop', password: 'shop-password' };
const order = { amountMinor: 1_500_000, returnUrl: 'https://shop.example/return' };

/** A gateway of its own for each test, with a clock that stands still, and the shop's client. */
const gatewayFor = async (t: ExecutionContext) => {
  const clock = createClock({ startMs: Date.UTC(2026, 0, 1) });
  const simulator = await startSimulator({ clock, merchants: [shop] });
  t.teardown(simulator.stop);
  const { login: userName, password } = shop;
  return { simulator, gateway: new GatewayClient({ baseUrl: simulator.restUrl, userName, password }) };
};

test('a customer pays and comes back to the shop', async (t) => {
  const { gateway } = await gatewayFor(t);

  const { orderId, formUrl } = await gateway.register(order);
  const { url } = await new Payer().pay(formUrl); // types the card, passes 3-D Secure, is sent back

  t.is(new URL(url).searchParams.get('orderId'), orderId);
  t.is((await gateway.waitForPayment({ orderId })).outcome, 'paid');
});

test('a card without money is declined', async (t) => {
  const { simulator, gateway } = await gatewayFor(t);
  await simulator.setScenario(shop.login, 'declined-insufficient-funds');

  const { orderId, formUrl } = await gateway.register(order);
  await new Payer().pay(formUrl);

  t.like(await gateway.getOrderStatus({ orderId }), { orderStatus: 0, actionCode: 116 });
});

test('nobody pays within twenty minutes, and the order is closed', async (t) => {
  const { simulator, gateway } = await gatewayFor(t);
  const { orderId } = await gateway.register(order);

  await simulator.clockOf(shop.login).advance(20 * 60_000);

  t.is((await gateway.getOrderStatus({ orderId })).orderStatus, 6);
});

test('the gateway tells the shop, with a checksum', async (t) => {
  const receiver = await startCallbackReceiver();
  t.teardown(receiver.stop);
  const { simulator, gateway } = await gatewayFor(t);
  await simulator.setCallbacks(shop.login, { url: receiver.url, token: 'secret' });
  const { orderId, formUrl } = await gateway.register(order);

  await new Payer().pay(formUrl);
  await simulator.settled(); // waits for callbacks that are on their way

  const [callback] = receiver.received.map(({ parameters }) => checkCallback(parameters, { token: 'secret' }));
  t.like(callback, { mdOrder: orderId, operation: 'deposited', isSuccessful: true });
});
