import type { Page } from 'playwright-core';
import { createClock } from '../../simulator/runtime/clock.ts';
import { simulatorFor } from '../helpers/simulator/simulator.ts';
import { testsInBrowser } from './browser-test.ts';
import { enterCode, payWith, registerAt, shopFor, stopTime, textOf } from './payer.ts';

const browserTest = testsInBrowser();

const resend = (page: Page) => page.locator('[data-resend]');

/** The script of the page closes the button, some time after the page is there. */
const waitUntilClosed = (page: Page) => page.locator('[data-resend]:disabled').waitFor();

browserTest('the payer waits for the countdown, and has another code sent', async ({ t, newPage }) => {
  const simulator = await simulatorFor(t, { clock: createClock() });
  const shop = await shopFor(t);
  const page = await newPage();
  await page.goto((await registerAt(shop, simulator)).formUrl);
  await payWith(page);
  await page.locator('#code').waitFor();

  await waitUntilClosed(page);
  t.regex(await textOf(page, '[data-resend-hint]'), /^Another code can be sent in 00:\d\d$/);
  await simulator.clock.advance(30_000);
  await page.evaluate("document.getElementById('acs-show').requestSubmit()");
  await page.locator('[data-resend]:enabled').click();
  t.is(await textOf(page, '[data-resent]'), 'We have sent another code. Requests left: 2');
  await waitUntilClosed(page);
  await enterCode(page);
  await page.getByRole('heading', { name: 'Welcome back' }).waitFor();

  t.true(page.url().startsWith(`${shop.origin}/ok`));
});

browserTest(
  'both countdowns run in the page, and at the end of the second the payer leaves',
  async ({ t, newPage }) => {
    const simulator = await simulatorFor(t, { clock: createClock() });
    const shop = await shopFor(t);
    const page = await newPage();
    await stopTime(page);
    const { formUrl } = await registerAt(shop, simulator, { sessionTimeoutSecs: '600' });
    await page.goto(formUrl);
    await payWith(page);
    await page.locator('#code').waitFor();

    await page.clock.fastForward(31_000);
    t.true(await resend(page).isEnabled());
    t.true(await page.locator('[data-resend-hint]').isHidden());
    await page.clock.fastForward(510_000);
    t.is(await textOf(page, '[data-announcer]'), 'One minute left to confirm the payment.');
    await simulator.clock.advance(600_000);
    await page.clock.fastForward(60_000);
    await page.getByRole('heading', { name: 'Welcome back' }).waitFor();

    t.true(page.url().startsWith(`${shop.origin}/fail`));
  },
);

browserTest('a clock that stands still runs in no page: the button asks the issuer', async ({ t, newPage }) => {
  const simulator = await simulatorFor(t);
  const page = await newPage();
  await stopTime(page);
  await page.goto((await simulator.register()).formUrl);
  await payWith(page);
  await page.locator('#code').waitFor();

  await page.clock.fastForward(60_000);
  t.is(await textOf(page, '[data-resend-hint]'), 'Another code can be sent in 00:30');
  t.true(await resend(page).isEnabled());
});

browserTest(
  'without JavaScript the payer has a code sent, changes the language and confirms',
  async ({ t, newPage }) => {
    const simulator = await simulatorFor(t);
    const shop = await shopFor(t);
    const page = await newPage({ javaScriptEnabled: false });
    await page.goto((await registerAt(shop, simulator)).formUrl);
    await payWith(page);
    await page.getByRole('button', { name: 'Continue' }).click();

    await simulator.clock.advance(30_000);
    await page.getByRole('button', { name: 'Send another code' }).click();
    await page.locator('[data-resent]').waitFor();
    await page.getByRole('button', { name: 'Қазақша' }).click();
    await page.getByRole('heading', { name: 'Төлемді растаңыз' }).waitFor();
    await page.fill('#code', '123456');
    await page.press('#code', 'Enter');
    await page.getByRole('button', { name: 'Жалғастыру' }).click();
    await page.getByRole('heading', { name: 'Welcome back' }).waitFor();

    t.true(page.url().startsWith(`${shop.origin}/ok`));
  },
);

browserTest('the letters of a Kazakh page are all from one font of the system', async ({ t, newPage }) => {
  const simulator = await simulatorFor(t);
  const page = await newPage();
  await page.goto((await simulator.register({ language: 'kk' })).formUrl);
  await payWith(page);
  await page.locator('#code').waitFor();

  await page.evaluate("document.querySelector('h1').textContent = 'Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі'");
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send('DOM.getDocument');
  await session.send('CSS.enable');
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'h1' });
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });

  t.is(fonts.length, 1);
  t.false(fonts[0]?.isCustomFont);
});
