import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Page, test } from '@playwright/test';
import { type Simulator, startSimulator } from 'tillbox';
import { checkCallback, type GatewayClient, SandboxClient, type SandboxMerchant } from 'tillbox/client';

let simulator: Simulator;
let sandbox: SandboxClient;
let shop: Shop;
let merchant: SandboxMerchant;
let gateway: GatewayClient;

test.beforeAll(async () => {
  simulator = await startSimulator();
  sandbox = new SandboxClient({ url: simulator.url });
});
test.afterAll(() => simulator.stop());

test.beforeEach(async () => {
  shop = await startShop();
  merchant = await sandbox.makeMerchant({ callbacks: { url: `${shop.url}/callback`, token: 'secret' } });
  gateway = sandbox.gatewayOf(merchant);
});
test.afterEach(() => shop.stop());

test('a customer passes 3-D Secure and returns to the shop', async ({ page }) => {
  const { orderId, formUrl } = await register();

  await page.goto(formUrl);
  await payWith(page, '5555 5555 5555 5599');
  await page.getByLabel('One-time code').fill('123456');
  await page.getByRole('button', { name: 'Confirm' }).click();

  await expect(page).toHaveURL(`${shop.url}/return?orderId=${orderId}&lang=en`);
  await expect(page.getByRole('heading')).toHaveText('Thank you for your order');
  expect(await gateway.waitForPayment({ orderId })).toMatchObject({ outcome: 'paid' });
});

test('a declined customer sees the reason and pays with another card', async ({ page }) => {
  await sandbox.setScenario(merchant, { attempts: [{ decline: 'insufficient-funds' }, { approve: true }] });
  const { orderId, formUrl } = await register();

  await page.goto(formUrl);
  await payWith(page, '4444 5555 1111 3333');

  await expect(page.getByRole('alert')).toContainText('Not enough money on the card');
  expect(await gateway.getOrderStatus({ orderId })).toMatchObject({ orderStatus: 0, actionCode: 116 });

  await payWith(page, '4111 1111 1111 1111');

  await expect(page).toHaveURL(/\/return\?orderId=/);
  expect(await gateway.waitForPayment({ orderId })).toMatchObject({ outcome: 'paid' });
});

test('a customer who takes longer than twenty minutes cannot pay any more', async ({ page }) => {
  const { orderId, formUrl } = await register();
  await page.goto(formUrl);

  await sandbox.clock.advance(merchant, '20m');
  await payWith(page, '4111 1111 1111 1111');

  await expect(page.getByRole('alert')).toHaveText('The time for payment is over');
  expect(await gateway.getOrderStatus({ orderId })).toMatchObject({ orderStatus: 6 });
});

test('the gateway sends a callback with a checksum', async ({ page }) => {
  const { orderId, formUrl } = await register();

  await page.goto(formUrl);
  await payWith(page, '4444 5555 1111 3333');
  await expect(page).toHaveURL(/\/return\?orderId=/);
  await sandbox.clock.advance(merchant, 0); // waits for callbacks that are on their way

  const callbacks = shop.callbacks.map((callback) => checkCallback(callback, { token: 'secret' }));
  expect(callbacks).toMatchObject([{ mdOrder: orderId, operation: 'deposited', isSuccessful: true }]);
});

const register = () => gateway.register({ amountMinor: 1_500_000, returnUrl: `${shop.url}/return`, language: 'en' });

const payWith = async (page: Page, card: string) => {
  await page.getByLabel('Card number').fill(card);
  await page.getByLabel('Expiry date').fill('12/34');
  await page.getByLabel('Security code').fill('123');
  await page.getByLabel('Name on the card').fill('Aida Testova');
  await page.getByRole('button', { name: /^Pay / }).click();
};

interface Shop {
  readonly url: string;
  readonly callbacks: readonly URLSearchParams[];
  readonly stop: () => Promise<unknown>;
}

/** Here your shop starts: the page to which customers return, and the address of callbacks. */
const startShop = async (): Promise<Shop> => {
  const callbacks: URLSearchParams[] = [];
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://shop');
    if (pathname === '/callback') callbacks.push(searchParams);
    response.setHeader('Content-Type', 'text/html').end('<h1>Thank you for your order</h1>');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, callbacks, stop: () => close(server) };
};

const close = (server: Server) => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
};
