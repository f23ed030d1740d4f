import type { Page } from 'playwright-core';
import { startShop } from '../../client/shop/start-shop.ts';
import { bereke } from '../../simulator/banks/bereke.ts';
import { plainCard } from '../helpers/payments/pay.ts';
import { gatewayLook } from '../helpers/shop/shop.ts';
import { login, simulatorFor, type TestSimulator } from '../helpers/simulator/simulator.ts';
import { testsInBrowser } from './browser-test.ts';
import { payWith, registerAt, shopFor, typeCard } from './payer.ts';

const browserTest = testsInBrowser();

/** Runs where a page takes it for more than text: as an element, as an attribute, as a script, as a template. */
const payload = `"'></title></textarea><img src=x onerror="window.ran=1"><svg onload="window.ran=1"><script>window.ran=1</script>\${window.ran=1}`;

/** The order with that in every text, past all checks. */
const plant = async ({ store }: TestSimulator, orderId: string, backToShopUrl: string): Promise<void> => {
  const order = await store.orders.find(orderId);
  if (!order) throw new Error('no order');
  const params = { backToShopName: payload, backToShopUrl };
  const texts = { description: payload, orderNumber: payload, cardholderName: payload, email: payload };
  await store.orders.replace({ ...order, ...texts, params, version: order.version + 1 });
};

const hasRun = async (page: Page): Promise<boolean> =>
  (await page.locator('img, svg[onload], main script').count()) > 0 ||
  (await page.evaluate('"ran" in window')) === true;

/** Whether the text stands there for people to read. */
const isShown = async (page: Page): Promise<boolean> => (await page.locator('body').innerText()).includes(payload);

browserTest('texts that are planted in every field are shown on every page, and none runs', async ({ t, newPage }) => {
  const simulator = await simulatorFor(t, {
    merchants: [{ login: 'test_user', password: 'test_user_password', name: payload }],
  });
  const shop = await shopFor(t);
  const { orderId, formUrl } = await registerAt(shop, simulator, { clientId: 'a' });
  await plant(simulator, orderId, `${shop.origin}/${payload}`);
  const page = await newPage({ mayReport: /status of 404/ });
  const seen: Record<string, readonly [isShown: boolean, hasRun: boolean]> = {};
  const look = async (what: string): Promise<void> => {
    seen[what] = [await isShown(page), await hasRun(page)];
  };

  await page.goto(formUrl);
  await look('card page');
  await typeCard(page, { pan: plainCard.pan, holder: payload.slice(0, 64) });
  await page.click('.pay:not([form])');
  await page.locator('#cardholder-error').waitFor();
  await look('card page after a mistake');
  await page.goto(formUrl);
  await payWith(page);
  await page.locator('#code').waitFor();
  await look("issuer's page");
  await page.click('button[value="pass"]');
  await page.waitForURL(`${shop.origin}/ok?*`);
  await page.goto(`${simulator.url}/payment/merchants/finish.html?orderId=${orderId}`);
  await look('result page');
  await page.goto(`${simulator.url}/payment/merchants/errors_en.html?error=${encodeURIComponent(payload)}`);
  await look('error page');
  await page.goto(`${simulator.url}/payment/merchants/payment_en.html?mdOrder=${encodeURIComponent(payload)}`);
  await look('unknown order');

  t.deepEqual(seen, {
    'card page': [true, false],
    'card page after a mistake': [true, false],
    "issuer's page": [true, false],
    'result page': [true, false],
    'error page': [false, false],
    'unknown order': [false, false],
  });
});

browserTest('an address that would run is no link, and no way back from the issuer', async ({ t, newPage }) => {
  const simulator = await simulatorFor(t, { bank: { ...bereke, threeDsVersion: 1 } });
  const { orderId, formUrl } = await simulator.register();
  await plant(simulator, orderId, 'javascript:window.ran=1');
  const page = await newPage();

  await page.goto(formUrl);
  const links = await page.locator('a[href^="javascript"]').count();
  await payWith(page);
  await page.locator('#code').waitFor();
  await page.evaluate(`document.querySelector('[name="TermUrl"]').value = 'javascript:window.ran=1'`);
  await page.click('button[value="fail"]');
  await page.locator('#pan').waitFor();

  t.is(links, 0);
  t.false(await hasRun(page));
  t.like(await simulator.status(orderId), { orderStatus: 0 });
});

browserTest('the demo shop shows what stands in an address as text', async ({ t, newPage }) => {
  const { restUrl } = await simulatorFor(t);
  const { userName = '', password = '' } = login;
  const shop = await startShop({ ...gatewayLook, gatewayUrl: restUrl, userName, password, port: 0, host: '127.0.0.1' });
  t.teardown(shop.stop);
  const page = await newPage({ mayReport: /status of 404/ });

  await page.goto(`${shop.url}/orders/${encodeURIComponent(payload)}`);

  t.false(await hasRun(page));
});
