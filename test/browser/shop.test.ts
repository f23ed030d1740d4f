import type { ExecutionContext } from 'ava';
import { startShop } from '../../client/shop/start-shop.ts';
import { cardForActionCode } from '../../simulator/issuer/code-range.ts';
import { login, simulatorFor, type TestSimulator } from '../helpers/simulator/simulator.ts';
import { testsInBrowser } from './browser-test.ts';
import { enterCode, payWith, textOf } from './payer.ts';

const browserTest = testsInBrowser();

/** The demo shop as a customer of this simulator. */
const demoShop = async (t: ExecutionContext, { restUrl }: TestSimulator) => {
  const { userName = '', password = '' } = login;
  const shop = await startShop({ gatewayUrl: restUrl, userName, password, port: 0, host: '127.0.0.1' });
  t.teardown(shop.stop);
  return shop;
};

browserTest('a customer buys in the demo shop, from the catalogue to "Thank you"', async ({ t, newPage }) => {
  const simulator = await simulatorFor(t);
  const shop = await demoShop(t, simulator);
  const page = await newPage();

  await page.goto(shop.url);
  await page.locator('.product', { hasText: 'Felt slippers' }).getByLabel('Pieces').selectOption('2');
  await page.getByRole('button', { name: 'Buy Felt slippers' }).click();
  await page.locator('[data-page="payment"]').waitFor();
  const toPay = await textOf(page, '.amount-value');
  const goods = await textOf(page, '.description dd');
  await payWith(page);
  await enterCode(page);
  await page.getByRole('heading', { name: 'Thank you!' }).waitFor();

  t.is(toPay, '25,800.00 ₸');
  t.is(goods, 'Felt slippers, 2 pcs');
  t.true(page.url().startsWith(`${shop.url}/orders/`));
  t.is(await page.locator('main [data-result]').getAttribute('data-result'), 'paid');
});

browserTest('a customer whose card is refused can leave, come back from the shop, and pay', async ({ t, newPage }) => {
  const simulator = await simulatorFor(t);
  const shop = await demoShop(t, simulator);
  const page = await newPage();

  await page.goto(shop.url);
  await page.getByRole('button', { name: 'Buy Tea bowl' }).click();
  await payWith(page, { pan: cardForActionCode(116) });
  await page.locator('[data-decline]').waitFor();
  await page.goto(`${shop.url}/orders`);
  const inList = await textOf(page, 'tbody [data-result]');
  await page.locator('tbody a').click();
  await page.getByRole('link', { name: 'Back to the payment page' }).click();
  const attempts = await textOf(page, '[data-attempts-text]');
  await payWith(page);
  await enterCode(page);
  await page.getByRole('heading', { name: 'Thank you!' }).waitFor();

  t.is(inList, 'Not paid');
  t.is(attempts, 'Attempts left: 2 of 3');
});
