import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { Payer } from '../../client/index.ts';
import { bundledScenarios } from '../../simulator/scenario-engine/definition/bundled-scenarios.ts';
import { simulatorFor, type TestSimulator } from '../helpers/simulator/simulator.ts';
import { testsInBrowser } from './browser-test.ts';
import { typeCard } from './payer.ts';

const browserTest = testsInBrowser();

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Declined with 116, without 3-D Secure. */
const poorCard = { pan: '4000000000116006' };

const main = (page: Page) => page.locator('main');

browserTest(
  'from the first order to a played scenario, without leaving the dashboard but for the card page',
  async ({ t, newPage }) => {
    const simulator = await simulatorFor(t, {
      journalSize: 200,
      callbacks: { url: 'http://127.0.0.1:1/callback' },
      scenarios: bundledScenarios,
    });
    const page = await newPage({ locale: 'en' });
    const says = (text: string | RegExp) => main(page).getByText(text).first().waitFor();

    await page.goto(simulator.url);
    await says('No orders yet');
    await page.getByRole('button', { name: 'Make it and look at it' }).click();
    await says('Was it paid?');
    await says('Not yet');
    const orderPage = page.url();

    await page.getByRole('link', { name: 'Open the card page' }).click();
    await typeCard(page, poorCard);
    await page.click('.pay:not([form])');
    await page.locator('[data-page="payment"] .notice, .alert, [role="alert"]').first().waitFor();
    await page.goto(orderPage);
    await says('Insufficient funds (116)');
    await says(/the card number asks for insufficient-funds/);

    await page.getByRole('button', { name: 'Let the built-in customer pay' }).click();
    await says(/^Yes, at /);
    await says(/after a challenge/);
    await says(/was sent: the shop got no answer/);

    await main(page).getByRole('button', { name: 'Resend' }).first().click();
    await says(/The shop has not accepted the callback/);
    await page.getByLabel('Reverse/Refund').fill('1000');
    await page.getByRole('button', { name: 'Refund', exact: true }).click();
    await says('1,000.00 ₸ went back.');
    await says(/^Yes, at .*; refunded$/);

    await page.getByRole('link', { name: 'Start', exact: true }).first().click();
    await page.getByRole('button', { name: 'Make it and look at it' }).click();
    await says('Not yet');
    await page.getByRole('button', { name: '+20 min' }).click();
    await says(/Time ran out/);

    await page
      .getByRole('link', { name: /^Scenarios/ })
      .first()
      .click();
    await page.getByRole('searchbox').fill('card-lost');
    await page
      .getByRole('link', { name: 'declined-card-lost' })
      .or(page.getByText('declined-card-lost'))
      .first()
      .click();
    await page.getByRole('button', { name: 'Play it and watch' }).click();
    await says('The card is reported lost (208)');

    t.is((await simulator.orders('test_user')).total, 3);
  },
);

browserTest(
  'a page follows what happens at the gateway, and leaves a field alone in which a person types',
  async ({ t, newPage }) => {
    const simulator = await simulatorFor(t, { journalSize: 200 });
    const page = await newPage({ locale: 'en' });
    await page.goto(`${simulator.url}/transactions`);

    const { orderId, formUrl } = await simulator.register({ orderNumber: 'live-1' });
    await page.getByRole('link', { name: 'live-1' }).waitFor();
    await page.goto(`${simulator.url}/orders/${orderId}`);
    await page.locator('#end').fill('declined');
    await new Payer().pay(formUrl);
    await page.getByRole('navigation', { name: 'Pages', exact: true }).getByText('Transactions').waitFor();
    t.is(await page.inputValue('#end'), 'declined');
    await page.locator('#end').fill('');
    await page.locator('#end').blur();
    await simulator.call('refund.do', { orderId, amount: '100' });
    await main(page)
      .getByText(/^Yes, at .*; refunded$/)
      .waitFor();
  },
);

browserTest('in Russian, with the keyboard alone: from the list to an order and back', async ({ t, newPage }) => {
  const simulator = await simulatorFor(t, { journalSize: 200 });
  await simulator.register({ orderNumber: 'one' });
  await simulator.register({ orderNumber: 'two' });
  const page = await newPage({ locale: 'ru' });
  await page.goto(`${simulator.url}/transactions`);

  await page.keyboard.press('/');
  t.true(await page.evaluate("document.activeElement.matches('[data-search]')"));
  await page.keyboard.type('one');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'two' }).waitFor({ state: 'detached' });
  await page.locator('[data-row]').first().waitFor();
  await page.locator('[data-search]').blur();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await main(page).getByText('Оплачен ли он?').waitFor();
  await page.keyboard.press('u');
  await page.getByRole('heading', { name: 'Транзакции' }).waitFor();
});

/** An order with a decline, a challenge and a refund. */
const storyOf = async (simulator: TestSimulator): Promise<string> => {
  await simulator.setScenario('test_user', {
    about: 'Own.',
    attempts: [{ decline: 'insufficient-funds' }, { challenge: 'passed' }],
  });
  const { orderId, formUrl } = await simulator.register({ orderNumber: 'story' });
  await new Payer().pay(formUrl);
  await new Payer().pay(formUrl);
  await simulator.call('refund.do', { orderId, amount: '100' });
  await simulator.call('refund.do', { orderId, amount: '999999999' });
  return orderId;
};

const paths = (orderId: string): readonly string[] => [
  '/',
  '/transactions',
  `/orders/${orderId}?open=all`,
  '/calls',
  '/callbacks',
  '/scenarios?name=declined-card-lost',
  '/cards',
  '/merchants',
  '/bank',
  '/api',
  '/health',
  '/more',
];

for (const [name, window] of [
  ['a desktop in the light', { locale: 'en', viewport: { width: 1280, height: 900 }, colorScheme: 'light' }],
  ['a phone in the dark', { locale: 'ru', viewport: { width: 360, height: 740 }, colorScheme: 'dark' }],
] as const)
  browserTest(
    `axe finds nothing wrong with any page on ${name}, and none is wider than its window`,
    async ({ t, newPage }) => {
      const simulator = await simulatorFor(t, { journalSize: 200, scenarios: bundledScenarios });
      const orderId = await storyOf(simulator);
      const page = await newPage({ ...window, bypassCSP: true });
      await page.addInitScript({ content: axeSource });

      for (const path of paths(orderId)) {
        await page.goto(simulator.url + path);
        await page.locator('h1').first().waitFor();
        const { violations, passes } = await page.evaluate<{
          readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
          readonly passes: readonly object[];
        }>("axe.run(document, { resultTypes: ['violations'] })");
        t.true(passes.length > 10, path);
        t.deepEqual(
          violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${path} ${id}: ${html}`)),
          [],
        );
        const over = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
        t.is(over, 0, `${path} is ${over} px too wide`);
      }
    },
  );

browserTest('without JavaScript every page is read, and its policy lets nothing else in', async ({ t, newPage }) => {
  const simulator = await simulatorFor(t, { journalSize: 200, scenarios: bundledScenarios });
  const orderId = await storyOf(simulator);
  const page = await newPage({ locale: 'en', javaScriptEnabled: false });

  for (const path of paths(orderId)) {
    const answer = await page.goto(simulator.url + path);
    t.is(answer?.status(), 200, path);
    t.true((await main(page).innerText()).length > 80, path);
  }
  await page.goto(`${simulator.url}/orders/${orderId}`);
  await page.getByLabel('Reverse/Refund').fill('1');
  await page.getByRole('button', { name: 'Refund', exact: true }).click();
  await main(page).getByText('1.00 ₸ went back.').waitFor();
});
