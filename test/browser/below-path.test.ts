import { pages } from '../../simulator/dashboard/pages.ts';
import { pathProxyFor } from '../helpers/simulator/path-proxy.ts';
import { simulatorFor, type TestSimulator } from '../helpers/simulator/simulator.ts';
import { testsInBrowser, type Visitor } from './browser-test.ts';
import { enterCode, openDrawer, payWith, registerAt, shopFor } from './payer.ts';

const browserTest = testsInBrowser();

/** A gateway behind a proxy that shows it at /tillbox. */
const gatewayFor = async (t: Visitor['t'], options: Parameters<typeof simulatorFor>[1] = {}) => {
  const proxy = await pathProxyFor(t);
  const simulator = await simulatorFor(t, { publicUrl: proxy.url, ...options });
  proxy.use(simulator.url);
  return { proxy, simulator };
};

/** Pays in the browser, from the card page to the shop. */
const payAt = async ({ t, newPage }: Visitor, simulator: TestSimulator, orderNumber: string) => {
  const shop = await shopFor(t);
  const { orderId, formUrl } = await registerAt(shop, simulator, { orderNumber });
  const page = await newPage();
  await page.goto(formUrl);
  await openDrawer(page);
  await payWith(page);
  await enterCode(page, '111111');
  await page.locator('#code[aria-invalid="true"]').waitFor();
  await enterCode(page);
  await page.waitForURL(`${shop.origin}/ok?*`);
  t.is((await simulator.status(orderId, { orderNumber }))['orderStatus'], 2);
  return { page, formUrl };
};

for (const [version, bank] of [
  [1, 'sber'],
  [2, 'bereke'],
] as const)
  browserTest(`an order is paid below the path of PUBLIC_URL through 3-D Secure ${version}`, async (visitor) => {
    const { proxy, simulator } = await gatewayFor(visitor.t, { bank });
    const { formUrl } = await payAt(visitor, simulator, '1');
    visitor.t.true(formUrl.startsWith(`${proxy.url}/payment/`), formUrl);
    visitor.t.deepEqual(proxy.strays, []);
  });

browserTest('a wallet pays below the path, and an order is paid without JavaScript', async ({ t, newPage }) => {
  const { proxy, simulator } = await gatewayFor(t);
  const shop = await shopFor(t);
  for (const javaScriptEnabled of [true, false]) {
    const { orderId, formUrl } = await registerAt(shop, simulator);
    const page = await newPage({ javaScriptEnabled });
    await page.goto(formUrl);
    if (javaScriptEnabled) {
      await page.locator('.wallet').first().click();
      await page.locator('.sheet:popover-open .sheet-card').first().click();
    } else {
      await payWith(page);
      await page.getByRole('button').first().click();
      await enterCode(page);
      await page.getByRole('button').first().click();
    }
    await page.waitForURL(`${shop.origin}/ok?*`);
    t.is((await simulator.status(orderId))['orderStatus'], 2);
  }
  t.deepEqual(proxy.strays, []);
});

browserTest('the dashboard works below the path: pages, forms, and what happens by itself', async ({ t, newPage }) => {
  const token = 'token-of-the-test';
  const { proxy, simulator } = await gatewayFor(t, { controlToken: token, journalSize: 50 });
  const { orderId } = await simulator.register();
  const page = await newPage({ mayReport: /status of 401/ });

  await page.goto(`${proxy.url}/transactions`);
  await page.fill('input[type="password"], input[name="token"]', token);
  await page.getByRole('button').last().click();
  await page.locator('[data-row]').first().waitFor();
  t.is(page.url(), `${proxy.url}/transactions`);
  const before = await page.locator('[data-row]').count();
  await page.locator('#live').waitFor();
  await simulator.register();
  await page.locator('[data-row]').nth(before).waitFor();
  for (const { path } of pages) {
    await page.goto(proxy.url + path.replace('{orderId}', orderId));
    await page.locator('h1').first().waitFor();
  }
  await page.goto(proxy.url);
  await page.getByRole('link', { name: 'Callbacks', exact: true }).first().click();
  await page.waitForURL(`${proxy.url}/callbacks`);
  await page.goto(`${proxy.url}/scenarios/edit`);
  await page.locator('#scenario-text[aria-autocomplete]').waitFor();
  await page.locator('#scenario-text').fill('about: mine\n');
  await page.locator('#scenario-text').press('Control+Space');
  await page.locator('#scenario-words').waitFor();
  t.deepEqual(proxy.strays, []);
});

browserTest('an order is paid at the context path of another bank', async (visitor) => {
  const simulator = await simulatorFor(visitor.t, { contextPath: '/ab_by' });
  const call = async (endpoint: string, fields: Readonly<Record<string, string>>) => {
    const own = { userName: 'test_user', password: 'test_user_password' };
    const body = new URLSearchParams({ ...own, ...fields });
    const answer = await fetch(`${simulator.url}/ab_by/rest/${endpoint}`, { method: 'POST', body });
    // biome-ignore lint/suspicious/noExplicitAny: an answer of the gateway
    return (await answer.json()) as any;
  };
  const { formUrl } = await payAt(
    visitor,
    {
      ...simulator,
      register: (fields = {}) => call('register.do', { amount: '1500000', ...fields }),
      status: (orderId) => call('getOrderStatusExtended.do', { orderId }),
    },
    '1',
  );
  visitor.t.true(formUrl.startsWith(`${simulator.url}/ab_by/`), formUrl);
});
