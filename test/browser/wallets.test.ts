import type { Page } from 'playwright-core';
import { challengeCard, plainCard } from '../helpers/payments/pay.ts';
import { simulatorFor } from '../helpers/simulator/simulator.ts';
import { testsInBrowser } from './browser-test.ts';
import { enterCode, openDrawer, payWith, registerAt, shopFor, textOf } from './payer.ts';

const browserTest = testsInBrowser();

/** Opens a wallet's sheet and chooses a card. */
const payFrom = async (page: Page, wallet: string, card: string): Promise<void> => {
  await page.getByRole('button', { name: wallet }).click();
  await page.getByRole('dialog', { name: wallet }).getByRole('button', { name: card }).click();
};

for (const javaScriptEnabled of [true, false]) {
  const how = `JavaScript ${javaScriptEnabled ? 'on' : 'off'}`;

  for (const [wallet, call] of [
    ['Apple Pay', '/payment/applepay/paymentOrder.do'],
    ['Google Pay', '/payment/google/paymentOrder.do'],
  ] as const) {
    browserTest(`an order is paid with ${wallet}, ${how}`, async ({ t, newPage }) => {
      const simulator = await simulatorFor(t);
      const shop = await shopFor(t);
      const { orderId, formUrl } = await registerAt(shop, simulator);
      const page = await newPage({ javaScriptEnabled });
      const calls: string[] = [];
      page.on('request', (request) => calls.push(new URL(request.url()).pathname));

      await page.goto(formUrl);
      await payFrom(page, wallet, 'A card that pays');
      await page.waitForURL(`${shop.origin}/ok?orderId=${orderId}&lang=en`);

      t.is(calls.includes(call), javaScriptEnabled);
      t.like(await simulator.status(orderId), { orderStatus: 2, actionCode: 0 });
    });
  }

  browserTest(`a card of Google Pay that asks for it goes through 3-D Secure, ${how}`, async ({ t, newPage }) => {
    const simulator = await simulatorFor(t);
    const shop = await shopFor(t);
    const { orderId, formUrl } = await registerAt(shop, simulator);
    const page = await newPage({ javaScriptEnabled });

    await page.goto(formUrl);
    await payFrom(page, 'Google Pay', 'A card that asks for 3-D Secure');
    if (!javaScriptEnabled) await page.getByRole('button', { name: 'Continue' }).click();
    await enterCode(page);
    if (!javaScriptEnabled) await page.getByRole('button', { name: 'Continue' }).click();
    await page.waitForURL(`${shop.origin}/ok?*`);

    t.like(await simulator.status(orderId), { orderStatus: 2, paymentWay: 'GOOGLE_PAY_CARD' });
  });

  browserTest(`a decline of a wallet stays on the page, and a typed card then pays, ${how}`, async ({ t, newPage }) => {
    const simulator = await simulatorFor(t);
    const shop = await shopFor(t);
    const { orderId, formUrl } = await registerAt(shop, simulator);
    const page = await newPage({ javaScriptEnabled });

    await page.goto(formUrl);
    await payFrom(page, 'Apple Pay', 'A card without money');
    await page.locator('[data-decline][role="alert"]').waitFor();
    const said = [await textOf(page, '[data-decline-message]'), await textOf(page, '[data-attempts-text]')];
    await payWith(page, plainCard);
    await page.waitForURL(`${shop.origin}/ok?*`);

    t.deepEqual(said, ['Not enough money on the card. Top it up or use another card.', 'Attempts left: 2 of 3']);
    t.like(await simulator.status(orderId), { orderStatus: 2, paymentWay: 'CARD' });
  });
}

browserTest('the last decline of a wallet leads to failUrl', async ({ t, newPage }) => {
  const simulator = await simulatorFor(t, { paymentAttempts: 1 });
  const shop = await shopFor(t);
  const { orderId, formUrl } = await registerAt(shop, simulator);
  const page = await newPage();

  await page.goto(formUrl);
  await payFrom(page, 'Google Pay', 'A card without money');
  await page.waitForURL(`${shop.origin}/fail?orderId=${orderId}&lang=en`);

  t.like(await simulator.status(orderId), { orderStatus: 6, actionCode: 116 });
});

browserTest('a wallet is used with the keyboard alone: Escape closes its sheet', async ({ t, newPage }) => {
  const simulator = await simulatorFor(t);
  const shop = await shopFor(t);
  const { formUrl } = await registerAt(shop, simulator);
  const page = await newPage();
  await page.goto(formUrl);
  const button = page.getByRole('button', { name: 'Apple Pay' });
  const sheet = page.getByRole('dialog', { name: 'Apple Pay' });

  // The focus is in the card number, behind the two wallets.
  for (let stop = 0; stop < 2; stop++) await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await sheet.waitFor();
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'hidden' });
  const isBackAtButton = await button.evaluate((element) => element.matches(':focus'));
  await page.keyboard.press('Space');
  await sheet.waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${shop.origin}/ok?*`);

  t.true(isBackAtButton);
});

browserTest('the panel decides over the card in the wallet', async ({ t, newPage }) => {
  const simulator = await simulatorFor(t, { scenarios: './scenarios' });
  const { orderId, formUrl } = await simulator.register();
  const page = await newPage();

  await page.goto(formUrl);
  await openDrawer(page);
  await page.getByRole('radio', { name: 'Insufficient funds (116)' }).check();
  await payFrom(page, 'Google Pay', 'A card that pays');
  await page.locator('[data-decline]:focus').waitFor();

  t.like(await simulator.status(orderId), { orderStatus: 0, actionCode: 116 });
});

browserTest('a wallet is refused with its reason where the order was declined meanwhile', async ({ t, newPage }) => {
  const simulator = await simulatorFor(t);
  const { orderId, formUrl } = await simulator.register();
  const page = await newPage();

  await page.goto(formUrl);
  await simulator.call('decline.do', { orderId, merchantLogin: 'test_user' });
  await payFrom(page, 'Google Pay', 'A card that pays');
  const said = await textOf(page, '[data-decline-message]');

  t.not(said, '');
  t.is(await page.locator('[data-attempts-text]').count(), 0, 'it used up no attempt');
});

browserTest('a gateway that makes no token is said, and the card form still pays', async ({ t, newPage }) => {
  const simulator = await simulatorFor(t);
  const shop = await shopFor(t);
  const { formUrl } = await registerAt(shop, simulator);
  const page = await newPage({ mayReport: /wallet-tokens: Failed to load resource/ });
  await page.route('**/wallet-tokens', (route) => route.abort(), { times: 1 });

  await page.goto(formUrl);
  await payFrom(page, 'Apple Pay', 'A card that pays');
  await page.locator('[role="alert"]:focus', { hasText: 'The payment server did not answer.' }).waitFor();
  t.is(await textOf(page, '.notice-title'), 'No answer');
  await payWith(page, plainCard);
  await page.waitForURL(`${shop.origin}/ok?*`);

  t.pass();
});

browserTest(
  'wallets, a stored card and a new card stand on one page, and each of them pays',
  async ({ t, newPage }) => {
    const simulator = await simulatorFor(t);
    const shop = await shopFor(t);
    const card = { pan: challengeCard.pan, expiryDate: '203412', cardholderName: 'AIDA BEK', clientId: 'aida' };
    await simulator.call('createBindingNoPayment.do', card);
    const page = await newPage();
    const ways: string[] = [];

    for (const means of [
      () => payFrom(page, 'Apple Pay', 'A card that pays'),
      async () => {
        await page.fill('#stored-cvc', '123');
        await page.locator('.stored .pay').click();
        await enterCode(page);
      },
      () => payWith(page, plainCard),
    ]) {
      const { orderId, formUrl } = await registerAt(shop, simulator, { clientId: 'aida' });
      await page.goto(formUrl);
      await means();
      await page.waitForURL(`${shop.origin}/ok?orderId=${orderId}&lang=en`);
      ways.push((await simulator.status(orderId))['paymentWay']);
    }

    t.deepEqual(ways, ['APPLE_PAY', 'CARD_BINDING', 'CARD']);
  },
);
