import type { ExecutionContext } from 'ava';
import { startShop } from '../../client/shop/start-shop.ts';
import { cardForActionCode } from '../../simulator/issuer/code-range.ts';
import { createClock } from '../../simulator/runtime/clock.ts';
import { gatewayLook } from '../helpers/shop/shop.ts';
import { login, simulatorFor, type TestSimulator } from '../helpers/simulator/simulator.ts';
import { testsInBrowser } from './browser-test.ts';
import { enterCode, payWith, textOf } from './payer.ts';

const browserTest = testsInBrowser();

const token = 'c2hvcC10b2tlbg==';

/** The demo shop as a customer of this simulator. */
const demoShop = async (t: ExecutionContext, { restUrl }: TestSimulator) => {
  const { userName = '', password = '' } = login;
  const where = { gatewayUrl: restUrl, userName, password, port: 0, host: '127.0.0.1' };
  const shop = await startShop({ ...gatewayLook, ...where, callbackKey: { token } });
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

browserTest(
  'the page of an order changes by itself, with no reload, when the callback comes after the customer',
  async ({ t, newPage }) => {
    const simulator = await simulatorFor(t, { clock: createClock() });
    const shop = await demoShop(t, simulator);
    await simulator.setCallbacks('test_user', { url: shop.callbackUrl, token });
    await simulator.setScenario('test_user', 'callback-late');
    const page = await newPage();

    await page.goto(shop.url);
    await page.getByRole('button', { name: 'Buy Tea bowl' }).click();
    await payWith(page);
    await enterCode(page);
    await page.getByRole('heading', { name: 'Thank you!' }).waitFor();
    t.is(await page.locator('[data-call]').count(), 0);
    await page.evaluate("document.body.dataset.visit = 'first'");
    await page.locator('[name="amount"]').fill('1');
    await simulator.clock.advance(3_600_000);
    await simulator.settled();
    t.is(await page.locator('[name="amount"]').inputValue(), '1');
    await page.locator('[name="amount"]').fill('4500.00');
    await page.locator('[data-call="deposited"]').waitFor();

    t.is(await page.locator('body').getAttribute('data-visit'), 'first');
    t.is(await textOf(page, '[data-announcer]'), 'Paid. Thank you!');
  },
);

browserTest('the shop`s staff hold, take and return money, in Kazakh', async ({ t, newPage }) => {
  const simulator = await simulatorFor(t);
  const shop = await demoShop(t, simulator);
  const page = await newPage({ locale: 'kk' });

  await page.goto(shop.url);
  await page.getByRole('button', { name: 'Брондау: Кесе' }).click();
  await payWith(page);
  await enterCode(page);
  await page.locator('[data-result="held"]').waitFor();
  await page.getByLabel('Алынатын сома').fill('4000');
  await page.getByRole('button', { name: 'Ақшаны алу' }).click();
  await page.locator('[data-result="paid"]').waitFor();
  await page.getByLabel('Қайтарылатын сома').fill('1000,50');
  await page.getByRole('button', { name: 'Ақшаны қайтару' }).click();
  await page.locator('[data-result="partly-refunded"]').waitFor();
  t.is(await textOf(page, '[data-money="taken"] dd'), '2 999,50 ₸');
  t.is(await textOf(page, '[data-money="refunded"] dd'), '1 000,50 ₸');

  await page.getByRole('link', { name: 'Русский' }).click();
  await page.getByRole('button', { name: 'Вернуть деньги' }).click();
  await page.locator('[data-result="given-back"]').waitFor();
  t.is(await textOf(page, 'h1'), 'Деньги возвращаются к вам');
});

browserTest('a customer without JavaScript subscribes, and sees the stored card', async ({ t, newPage }) => {
  const simulator = await simulatorFor(t);
  const shop = await demoShop(t, simulator);
  const page = await newPage({ javaScriptEnabled: false });

  await page.goto(shop.url);
  await page.getByRole('button', { name: 'Subscribe' }).click();
  await payWith(page, { pan: '4444555511113333' });
  await page.getByRole('heading', { name: 'Thank you!' }).waitFor();
  await page.getByRole('button', { name: 'Charge the next month' }).click();
  await page.getByText('Renewal of').waitFor();
  t.is(await page.locator('main [data-result]').getAttribute('data-result'), 'paid');
  await page.getByRole('link', { name: 'Cards' }).click();
  t.is(await page.locator('[data-card]').count(), 1);
});
