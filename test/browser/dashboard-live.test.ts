import type { Page } from 'playwright-core';
import { Payer } from '../../client/index.ts';
import { simulatorFor } from '../helpers/simulator/simulator.ts';
import { testsInBrowser } from './browser-test.ts';

const browserTest = testsInBrowser();

const topOf = async (page: Page, text: string): Promise<number> =>
  (await page.locator('[data-id]', { hasText: text }).first().boundingBox())?.y ?? Number.NaN;

browserTest(
  'a new row goes in at the top, marked; a person who reads further down is only told',
  async ({ t, newPage }) => {
    const simulator = await simulatorFor(t, { journalSize: 200 });
    for (const number of Array.from({ length: 14 }, (_, index) => `old-${index}`))
      await simulator.register({ orderNumber: number });
    const page = await newPage({ locale: 'en', viewport: { width: 1280, height: 420 } });
    await page.clock.install();
    await page.goto(`${simulator.url}/transactions`);

    await simulator.register({ orderNumber: 'first' });
    await page.locator('tr.is-new', { hasText: 'first' }).waitFor();
    t.is(await page.locator('.is-new').count(), 1);
    await page.clock.fastForward(10_000);
    await page.locator('.is-new').waitFor({ state: 'detached' });

    await page.evaluate('scrollTo(0, 200)');
    const before = await topOf(page, 'old-5');
    await simulator.register({ orderNumber: 'second' });
    await simulator.register({ orderNumber: 'third' });
    const button = page.getByRole('button', { name: '2 new', exact: true });
    await button.waitFor();
    t.is(await topOf(page, 'old-5'), before);
    t.is(await page.getByRole('link', { name: 'second' }).count(), 0);

    await button.focus();
    await page.keyboard.press('Enter');
    await page.locator('tr.is-new', { hasText: 'third' }).waitFor();
    await page.locator('tr.is-new', { hasText: 'second' }).waitFor();
    t.is(await page.evaluate('scrollY'), 0);
    t.is(await button.count(), 0);
    t.is(await page.evaluate('document.activeElement.textContent'), 'third');
  },
);

for (const path of ['/calls', '/callbacks'] as const)
  browserTest(`${path} keeps its rows where they are read`, async ({ t, newPage }) => {
    const simulator = await simulatorFor(t, { journalSize: 200, callbacks: { url: 'http://127.0.0.1:1/callback' } });
    const pay = async () => new Payer().pay((await simulator.register()).formUrl);
    for (let count = 0; count < 3; count++) await pay();
    const page = await newPage({ locale: 'ru', viewport: { width: 390, height: 500 } });
    await page.goto(simulator.url + path);
    await page.locator('[data-row]').first().waitFor();
    const count = await page.locator('[data-row]').count();

    await page.evaluate('scrollTo(0, 150)');
    await pay();

    await page.getByRole('button', { name: /^Новых: \d+$/ }).waitFor();
    t.is(await page.locator('[data-row]').count(), count);
    await page.evaluate('scrollTo(0, 0)');
    await page.locator('.is-new').first().waitFor();
    t.true((await page.locator('[data-row]').count()) > count);
  });

browserTest('the list of keys opens and closes by key, and single keys can be switched off', async ({ t, newPage }) => {
  const simulator = await simulatorFor(t);
  const page = await newPage({ locale: 'en' });
  await page.goto(simulator.url);
  const list = page.getByRole('dialog', { name: 'Keys' });

  await page.keyboard.press('?');
  await list.getByText('Next and previous row').waitFor();
  await page.keyboard.press('Escape');
  await list.waitFor({ state: 'hidden' });
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await page.getByRole('heading', { name: 'Scenarios', level: 1 }).waitFor();

  await page.getByRole('button', { name: 'Keys' }).click();
  await list.getByRole('checkbox', { name: 'Single keys are on' }).uncheck();
  await list.getByText('Single keys are off in this browser.').waitFor();
  await page.keyboard.press('Escape');
  await page.reload();
  await page.keyboard.press('/');
  t.false(await page.evaluate("document.activeElement.matches('[data-search]')"));
  await page.keyboard.press('?');
  t.false(await list.isVisible());

  await page.getByRole('button', { name: 'Keys' }).press('Enter');
  await list.getByRole('checkbox').check();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  t.true(await page.evaluate("document.activeElement.matches('[data-search]')"));
});
