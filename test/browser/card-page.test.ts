import type { Page } from 'playwright-core';
import { cardForActionCode } from '../../simulator/issuer/code-range.ts';
import { parseScenario } from '../../simulator/scenario-engine/definition/parse-scenario.ts';
import { plainCard } from '../helpers/payments/pay.ts';
import { simulatorFor } from '../helpers/simulator/simulator.ts';
import { testsInBrowser } from './browser-test.ts';
import { enterCode, openDrawer, payWith, registerAt, shopFor, textOf, typeCard } from './payer.ts';

const browserTest = testsInBrowser();

/** How far the page is wider than its window, in pixels. */
const overflow = (page: Page) => page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');

browserTest('a click on a test card fills in the form, ready to pay', async ({ t, newPage }) => {
  const simulator = await simulatorFor(t);
  const shop = await shopFor(t);
  const { orderId, formUrl } = await registerAt(shop, simulator);
  const page = await newPage();

  await page.goto(formUrl);
  await openDrawer(page);
  await page.getByRole('button', { name: 'Challenge, then approved' }).click();
  await page.locator('.pay:focus').waitFor();
  const filled = await Promise.all(['#pan', '#expiry', '#cvc', '#cardholder'].map((field) => page.inputValue(field)));
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Success', exact: true }).click();
  await page.waitForURL(`${shop.origin}/ok?*`);

  t.deepEqual(filled, ['5555 5555 5555 5599', '12/34', '123', 'TEST CARDHOLDER']);
  t.is((await simulator.status(orderId))['orderStatus'], 2);
});

for (const javaScriptEnabled of [true, false]) {
  browserTest(
    `the outcome that is chosen wins over the card, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`,
    async ({ t, newPage }) => {
      const simulator = await simulatorFor(t);
      const { orderId, formUrl } = await simulator.register();
      const page = await newPage({ javaScriptEnabled });

      await page.goto(formUrl);
      if (javaScriptEnabled) {
        await openDrawer(page);
        await page.getByRole('radio', { name: 'Insufficient funds (116)' }).check();
      } else {
        await page.locator('.drawer > summary').click();
        await page.getByRole('link', { name: 'Test cards, and all that can happen' }).click();
        await page.getByRole('link', { name: 'Insufficient funds (116)' }).click();
        await page.locator('#pan').waitFor();
      }
      await payWith(page, plainCard);

      t.regex(await textOf(page, '[data-decline-message]'), /Not enough money/);
      t.like(await simulator.status(orderId), { orderStatus: 0, actionCode: 116 });
    },
  );
}

browserTest(
  'where the list of outcomes cannot be had, that is said, and one is asked for by name',
  async ({ t, newPage }) => {
    const simulator = await simulatorFor(t);
    const { orderId, formUrl } = await simulator.register();
    const page = await newPage({ mayReport: /sandbox-list/ });
    await page.route('**/sandbox-list.html?*', (route) => route.abort());

    await page.goto(formUrl);
    await page.locator('.drawer > summary').click();
    await page.getByText('The list cannot be loaded now.').waitFor();
    await page.getByLabel('What the bank answers').fill('card-lost');
    await payWith(page, plainCard);
    await page.locator('[data-decline-message]').waitFor();

    t.like(await simulator.status(orderId), { orderStatus: 0, actionCode: 208 });
  },
);

for (const javaScriptEnabled of [true, false]) {
  browserTest(
    `the panel says what the scenario could not do, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`,
    async ({ t, newPage }) => {
      const wish = parseScenario('wish', { attempts: [{ challenge: 'passed', decline: 116 }] });
      const simulator = await simulatorFor(t, { scenarios: [wish] });
      const { formUrl } = await simulator.register({ features: 'FORCE_SSL', jsonParams: '{"scenario":"wish"}' });
      const page = await newPage({ javaScriptEnabled });

      await page.goto(formUrl);
      const before = await page.locator('.sandbox-missed').isVisible();
      await payWith(page, plainCard);
      await page.locator('.sandbox-missed li').waitFor();

      t.false(before);
      t.is(
        await textOf(page, '.sandbox-missed'),
        'Scenario wish asked for a challenge: not possible, FORCE_SSL skips 3-D Secure (challenge).',
      );
    },
  );
}

browserTest('without the sandbox panel nothing on the pages says that this is a simulator', async ({ t, newPage }) => {
  const simulator = await simulatorFor(t, { sandboxPanel: false });
  const { formUrl } = await simulator.register();
  const page = await newPage();

  await page.goto(formUrl);
  const onCardPage = await page.locator('.sandbox').count();
  await payWith(page);
  await page.locator('#code').waitFor();

  t.is(onCardPage, 0);
  t.is(await page.locator('.sandbox').count(), 0);
});

browserTest('texts of the merchant are shown as they are, and none of them runs', async ({ t, newPage }) => {
  const name = `Tea & "Co" <%= 7*7 %> {{7*7}} '><img src=x onerror=alert(1)>`;
  const description = `3 < 5 & "6" > '4' &lt;b&gt; \${7*7} " onmouseover=alert(1) x="`;
  const holder = `AIDA" autofocus onfocus="alert(1)`;
  const back = `&quot;><"' onfocus=alert(1) <% throw 1 %>`;
  const simulator = await simulatorFor(t, { merchantName: name });
  const shop = await shopFor(t);
  const { formUrl } = await registerAt(shop, simulator, {
    description,
    orderNumber: `"'&<3`,
    cardholderName: holder,
    email: `"onload=alert(1)"@shop.example`,
    jsonParams: JSON.stringify({ backToShopUrl: `${shop.origin}/basket?a="'&b`, backToShopName: back }),
  });

  for (const javaScriptEnabled of [true, false]) {
    const page = await newPage({ javaScriptEnabled });
    await page.goto(formUrl);
    t.is(await textOf(page, '.merchant'), name);
    t.is(await textOf(page, '.description dd'), description);
    t.is(await page.locator('.facts dd').first().innerText(), `"'&<3`);
    t.is(await page.inputValue('#cardholder'), holder);
    t.is(await textOf(page, '.back'), back);
    t.is(await page.locator('img').count(), 0);
    await page.hover('.description');
    await payWith(page, { ...plainCard, holder });
    await page.locator('#cardholder[aria-invalid]').waitFor();
    t.is(await page.inputValue('#cardholder'), holder);
    await page.click('.back');
    await page.waitForURL(`${shop.origin}/basket?**`);
  }
  const page = await newPage();
  await page.goto(formUrl);
  await payWith(page);
  await page.locator('#code').waitFor();
  t.is(await page.locator('dd').first().innerText(), name);
  await enterCode(page);
  await page.waitForURL(`${shop.origin}/ok?*`);
});

browserTest('an address that would run code is no way back to the shop', async ({ t, newPage }) => {
  const simulator = await simulatorFor(t);
  const { formUrl } = await simulator.register({ jsonParams: '{"backToShopUrl":"data:text/html,Hello"}' });
  const page = await newPage();

  await page.goto(formUrl);

  t.is(await page.locator('.back').count(), 0);
});

browserTest('a payer can change the language, and the page keeps its layout', async ({ t, newPage }) => {
  const simulator = await simulatorFor(t);
  const { formUrl } = await simulator.register();
  const page = await newPage();

  await page.goto(formUrl.replace('/payment_en', '/mobile_payment_en'));
  await page.getByRole('link', { name: 'Қазақша' }).click();
  await page.waitForURL('**/mobile_payment_kk.html?*');

  t.is(await page.getAttribute('html', 'lang'), 'kk');
  t.is(await page.locator('[aria-current]').innerText(), 'Қазақша');
});

browserTest('the mobile page pays on a phone', async ({ t, newPage }) => {
  const simulator = await simulatorFor(t);
  const shop = await shopFor(t);
  const { formUrl } = await registerAt(shop, simulator, { pageView: 'MOBILE' });
  const page = await newPage({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  await page.goto(formUrl);
  const sizes = await page.locator('input:visible, .pay').evaluateAll((all) => all.map((one) => one.clientHeight));
  await typeCard(page);
  await page.tap('.pay');
  await enterCode(page);
  await page.waitForURL(`${shop.origin}/ok?*`);

  t.true(formUrl.includes('/mobile_payment_en.html?'));
  t.is(sizes.length, 5, 'the drawer is closed');
  t.true(
    sizes.every((height) => height >= 44),
    'everything is large enough for a finger',
  );
});

browserTest('nothing is wider than a window of 320 pixels, in any language', async ({ t, newPage }) => {
  const simulator = await simulatorFor(t, { merchantName: 'Товарищество «Казахстанская сеть книжных магазинов»' });
  const page = await newPage({ viewport: { width: 320, height: 640 } });
  for (const language of ['en', 'ru', 'kk']) {
    const { formUrl } = await simulator.register({
      language,
      amount: '123456789000',
      orderNumber: `a-long-order-number-without-space${language}`,
      description: 'Достопримечательностидостопримечательностидостопримечательности',
    });
    await page.goto(formUrl);
    t.true((await overflow(page)) <= 0, `the card page in ${language}`);
    await page.click('.pay');
    t.true((await overflow(page)) <= 0, `with errors in ${language}`);
    await payWith(page, { pan: cardForActionCode(555) });
    await page.locator('[data-decline]').waitFor();
    t.true((await overflow(page)) <= 0, `with a decline in ${language}`);
    await typeCard(page);
    const hidden = await page.locator('#pan').evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
    t.true(hidden <= 0, 'the brand covers no digit');
    await page.click('.pay');
    await enterCode(page, '1');
    await page.locator('[data-acs-error]').waitFor();
    t.true((await overflow(page)) <= 0, `the issuer's page in ${language}`);
  }
});
