import { setImmediate } from 'node:timers/promises';
import { cardForActionCode } from '../../simulator/issuer/code-range.ts';
import { challengeCard, frictionlessCard, plainCard } from '../helpers/payments/pay.ts';
import { simulatorFor } from '../helpers/simulator/simulator.ts';
import { testsInBrowser } from './browser-test.ts';
import { enterCode, payWith, registerAt, shopFor, stopTime, textOf, typeCard } from './payer.ts';

const browserTest = testsInBrowser();

const poorCard = { pan: cardForActionCode(116) };
const notEnoughMoney = 'Not enough money on the card. Top it up or use another card.';
const notConfirmed = 'The payment was not confirmed with your bank (3-D Secure). Try again or use another card.';

browserTest('an order is paid through a challenge, and the payer is back at returnUrl', async ({ t, newPage }) => {
  const simulator = await simulatorFor(t);
  const shop = await shopFor(t);
  const { orderId, formUrl } = await registerAt(shop, simulator);
  const page = await newPage();

  await page.goto(formUrl);
  await payWith(page, { pan: '5555 5555 5555 5599', expiry: '12/34', cvc: '123' });
  await enterCode(page, '123456');
  await page.waitForURL(`${shop.origin}/ok?orderId=${orderId}&lang=en`);

  t.like(await simulator.status(orderId), { orderStatus: 2, actionCode: 0 });
});

for (const [name, card] of Object.entries({
  'without 3-D Secure': plainCard,
  'without a challenge': frictionlessCard,
})) {
  browserTest(`a card ${name} goes straight back to the shop, and Back pays nothing again`, async ({ t, newPage }) => {
    const simulator = await simulatorFor(t);
    const shop = await shopFor(t);
    const { orderId, formUrl } = await registerAt(shop, simulator);
    const page = await newPage();

    await page.goto(formUrl);
    await payWith(page, card);
    await page.waitForURL(`${shop.origin}/ok?*`);
    await page.goBack();

    t.is(page.url(), `${shop.origin}/ok?orderId=${orderId}&lang=en`);
    t.is((await simulator.store.orders.find(orderId))?.attempts.length, 1);
  });
}

browserTest('a payment can be made with the keyboard alone', async ({ t, newPage }) => {
  const simulator = await simulatorFor(t, { sandboxPanel: false });
  const shop = await shopFor(t);
  const { orderId, formUrl } = await registerAt(shop, simulator);
  const page = await newPage();
  await page.goto(formUrl);

  // The focus is in the card number.
  for (const typed of ['5555555555555599', '1234', '123', 'Aida Testova']) {
    await page.keyboard.type(typed);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await page.locator('#code:focus').waitFor();
  await page.keyboard.type('123456');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${shop.origin}/ok?*`);

  t.like(await simulator.status(orderId), { orderStatus: 2, cardAuthInfo: { cardholderName: 'AIDA TESTOVA' } });
});

browserTest('a decline is announced with the attempts left, and a second card pays', async ({ t, newPage }) => {
  const simulator = await simulatorFor(t);
  const shop = await shopFor(t);
  const { orderId, formUrl } = await registerAt(shop, simulator);
  const page = await newPage();

  await page.goto(formUrl);
  await payWith(page, poorCard);
  await page.locator('[data-decline][role="alert"]:focus').waitFor();
  const said = [await textOf(page, '[data-decline-message]'), await textOf(page, '[data-attempts-text]')];
  const cvc = await page.inputValue('#cvc');
  await payWith(page, plainCard);
  await page.waitForURL(`${shop.origin}/ok?*`);

  t.deepEqual(said, [notEnoughMoney, 'Attempts left: 2 of 3']);
  t.is(cvc, '', 'the security code is not kept');
  t.like(await simulator.status(orderId), { orderStatus: 2, actionCode: 0 });
});

browserTest('the last decline leads to failUrl', async ({ t, newPage }) => {
  const simulator = await simulatorFor(t, { paymentAttempts: 2 });
  const shop = await shopFor(t);
  const { orderId, formUrl } = await registerAt(shop, simulator);
  const page = await newPage();

  await page.goto(formUrl);
  await payWith(page, poorCard);
  await page.getByText('Attempts left: 1 of 2').waitFor();
  await payWith(page, poorCard);
  await page.waitForURL(`${shop.origin}/fail?orderId=${orderId}&lang=en`);

  t.like(await simulator.status(orderId), { orderStatus: 6, actionCode: 116 });
});

browserTest('a wrong code is announced with the tries left, and the right one still pays', async ({ t, newPage }) => {
  const simulator = await simulatorFor(t);
  const shop = await shopFor(t);
  const { orderId, formUrl } = await registerAt(shop, simulator);
  const page = await newPage();

  await page.goto(formUrl);
  await payWith(page);
  await enterCode(page, '111111');
  await page.locator('#code[aria-invalid="true"][aria-describedby="code-error"]:focus').waitFor();
  const said = await textOf(page, '[role="alert"]');
  await enterCode(page, '123 456');
  await page.waitForURL(`${shop.origin}/ok?*`);

  t.is(said, 'The code is not right. Tries left: 2');
  t.is((await simulator.status(orderId))['orderStatus'], 2);
});

for (const [button, actionCode] of [
  ['Fail', -2025],
  ['Cancel the payment', -2026],
] as const) {
  browserTest(`"${button}" at the issuer leads back to the card page with the reason`, async ({ t, newPage }) => {
    const simulator = await simulatorFor(t);
    const { orderId, formUrl } = await simulator.register();
    const page = await newPage();

    await page.goto(formUrl);
    await payWith(page);
    await page.getByRole('button', { name: button, exact: true }).click();
    await page.locator('#pan').waitFor();

    t.is(page.url(), formUrl);
    t.is(await textOf(page, '[role="alert"] [data-decline-message]'), notConfirmed);
    t.is(await textOf(page, '[data-attempts-text]'), 'Attempts left: 2 of 3');
    t.like(await simulator.status(orderId), { orderStatus: 0, actionCode });
  });
}

browserTest(
  'everything works without JavaScript: a mistake, a decline, a challenge, the way back',
  async ({ t, newPage }) => {
    const simulator = await simulatorFor(t);
    const shop = await shopFor(t);
    const { orderId, formUrl } = await registerAt(shop, simulator);
    const page = await newPage({ javaScriptEnabled: false });

    await page.goto(formUrl);
    await payWith(page, { ...plainCard, cvc: '12' });
    const mistake = await textOf(page, '[data-field-error="cvc"]');
    await page.locator('#cvc[aria-invalid="true"]:focus').waitFor();
    const kept = [await page.inputValue('#pan'), await page.inputValue('#cvc'), await page.inputValue('#cardholder')];
    await payWith(page, poorCard);
    const declined = await textOf(page, '[data-decline-message]');
    await payWith(page, challengeCard);
    await page.getByRole('button', { name: 'Continue' }).click();
    await enterCode(page);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.waitForURL(`${shop.origin}/ok?orderId=${orderId}&lang=en`);

    t.is(mistake, 'Enter the 3-digit code');
    t.deepEqual(kept, ['', '', 'AIDA TESTOVA'], 'card number and code never come back');
    t.is(declined, notEnoughMoney);
    t.is((await simulator.status(orderId))['orderStatus'], 2);
  },
);

browserTest(
  'the countdown speaks twice, and at zero the page says so before the payer goes to failUrl',
  async ({ t, newPage }) => {
    const simulator = await simulatorFor(t);
    const shop = await shopFor(t);
    const { orderId, formUrl } = await registerAt(shop, simulator);
    const page = await newPage();
    await stopTime(page);
    await page.goto(formUrl);

    await simulator.clock.advance(901_000);
    await page.clock.fastForward('15:01');
    await page.locator('[aria-live]', { hasText: 'Five minutes left to pay.' }).waitFor();
    await simulator.clock.advance(241_000);
    await page.clock.fastForward('04:01');
    await page.locator('[aria-live]', { hasText: 'One minute left to pay.' }).waitFor();
    await simulator.clock.advance(60_000);
    await page.clock.fastForward('01:00');
    await page.locator('[data-expired]:focus', { hasText: 'The time to pay is over' }).waitFor();
    const way = await page.getByRole('link', { name: 'Back to the shop' }).getAttribute('href');
    const isPayable = await page.locator('.pay').isVisible();
    await page.clock.fastForward('00:06');
    await page.waitForURL(`${shop.origin}/fail?orderId=${orderId}&lang=en`);

    t.is(way, `${shop.origin}/fail?orderId=${orderId}&lang=en`);
    t.false(isPayable);
    t.is(shop.received.length, 1);
    t.like(await simulator.status(orderId), { orderStatus: 6, actionCode: -2014 });
  },
);

browserTest('a page leaves by itself when the order is paid in another tab', async ({ t, newPage }) => {
  const simulator = await simulatorFor(t);
  const shop = await shopFor(t);
  const { formUrl } = await registerAt(shop, simulator);
  const left = await newPage();
  await stopTime(left);
  await left.goto(formUrl);
  const right = await left.context().newPage();

  await right.goto(formUrl);
  await payWith(right, plainCard);
  await right.waitForURL(`${shop.origin}/ok?*`);
  await left.clock.fastForward(5_000);
  await left.waitForURL(`${shop.origin}/ok?*`);

  t.deepEqual(
    shop.received.map(({ path }) => path),
    ['/ok', '/ok'],
  );
});

browserTest('the page is busy while the bank thinks, and a double click makes one attempt', async ({ t, newPage }) => {
  const simulator = await simulatorFor(t, { scenarios: './scenarios' });
  const shop = await shopFor(t);
  const { orderId, formUrl } = await registerAt(shop, simulator, { jsonParams: '{"scenario":"slow-bank"}' });
  const page = await newPage();
  const calls: string[] = [];
  page.on('request', (request) => calls.push(new URL(request.url()).pathname));

  await page.goto(formUrl);
  await typeCard(page, plainCard);
  await page.dblclick('.pay');
  await page.locator('.pay[aria-disabled="true"]', { hasText: 'Processing the payment' }).waitFor();
  await page.dispatchEvent('.pay', 'click');
  await page.press('#cardholder', 'Enter');
  while ((await simulator.store.orders.find(orderId))?.busyUntilMs === undefined) await setImmediate();
  await simulator.clock.advance(300);
  await page.waitForURL(`${shop.origin}/ok?*`);

  t.is(calls.filter((path) => path.endsWith('/processform.do')).length, 1);
  t.is((await simulator.store.orders.find(orderId))?.attempts.length, 1);
});

browserTest('a gateway that does not answer is said, and the payment can be tried again', async ({ t, newPage }) => {
  const simulator = await simulatorFor(t);
  const shop = await shopFor(t);
  const { formUrl } = await registerAt(shop, simulator);
  const page = await newPage({ mayReport: /processform\.do: Failed to load resource/ });
  await page.route('**/processform.do', (route) => route.abort(), { times: 1 });

  await page.goto(formUrl);
  await payWith(page, plainCard);
  await page.locator('[role="alert"]:focus', { hasText: 'The payment server did not answer.' }).waitFor();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.waitForURL(`${shop.origin}/ok?*`);

  t.pass();
});

for (const javaScriptEnabled of [true, false]) {
  browserTest(
    `a card is stored only where the payer ticks the box, JavaScript ${javaScriptEnabled ? 'on' : 'off'}`,
    async ({ t, newPage }) => {
      const simulator = await simulatorFor(t);
      const shop = await shopFor(t);
      const page = await newPage({ javaScriptEnabled });
      const stored: number[] = [];
      for (const isTicked of [true, false]) {
        const { formUrl } = await registerAt(shop, simulator, { clientId: 'aida' });
        await page.goto(formUrl);
        if (isTicked) await page.getByLabel('Save this card for the next payments').check();
        await payWith(page, plainCard);
        await page.waitForURL(`${shop.origin}/ok?*`);
        stored.push((await simulator.store.bindings.ofClient('test_user', 'aida')).length);
      }

      t.deepEqual(stored, [1, 1]);
    },
  );
}
