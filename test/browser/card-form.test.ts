import type { Page } from 'playwright-core';
import { cardForActionCode } from '../../simulator/issuer/code-range.ts';
import { plainCard } from '../helpers/payments/pay.ts';
import { simulatorFor } from '../helpers/simulator/simulator.ts';
import { testsInBrowser } from './browser-test.ts';
import { enterCode, payWith, registerAt, shopFor, textOf, typeCard } from './payer.ts';

const browserTest = testsInBrowser();

/** How far the page is wider than its window, in pixels. */
const overflow = (page: Page) => page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');

const messages = {
  en: {
    pan: 'There is a mistake in the card number',
    expiry: 'The month is 01 to 12',
    cvc: 'Enter the 3-digit code',
    cardholder: 'Enter the name as on the card',
  },
  ru: {
    pan: 'В номере карты ошибка, проверьте цифры',
    expiry: 'Месяц — от 01 до 12',
    cvc: 'Введите 3 цифры кода',
    cardholder: 'Введите имя, как на карте',
  },
  kk: {
    pan: 'Карта нөмірі қате, цифрларын тексеріңіз',
    expiry: 'Ай 01–12 аралығында болады',
    cvc: 'Кодтың 3 цифрын енгізіңіз',
    cardholder: 'Картада жазылған аты-жөнді енгізіңіз',
  },
};
for (const javaScript of ['on', 'off']) {
  browserTest(
    `wrong fields are named in en, ru and kk and the first has the focus, JavaScript ${javaScript}`,
    async ({ t, newPage }) => {
      const simulator = await simulatorFor(t);
      const page = await newPage({ javaScriptEnabled: javaScript === 'on' });
      for (const [language, texts] of Object.entries(messages)) {
        const { orderId, formUrl } = await simulator.register({ language });
        await page.goto(formUrl);
        // Without JavaScript the browser itself would ask for what is missing; a lone blank gets past it.
        await payWith(page, { pan: '4444555511113334', expiry: '13/34', cvc: '12', holder: ' ' });
        await page.locator('#pan[aria-invalid="true"]:focus').waitFor();

        for (const [field, text] of Object.entries(texts)) {
          const input = page.locator(`#${field}[aria-invalid="true"]`);
          const described = (await input.getAttribute('aria-describedby'))?.split(' ')[0];
          t.is(described, `${field}-error`);
          t.is(await textOf(page, `#${described}`), text);
        }
        t.is(await page.getAttribute('html', 'lang'), language);
        t.like(await simulator.status(orderId), { orderStatus: 0, actionCode: -100 });
      }
    },
  );
}

browserTest(
  'an error goes away as soon as the field is changed, and the next one gets the focus',
  async ({ t, newPage }) => {
    const simulator = await simulatorFor(t);
    const { formUrl } = await simulator.register();
    const page = await newPage();

    await page.goto(formUrl);
    await payWith(page, { ...plainCard, expiry: '13/34', cvc: '1' });
    await page.locator('#expiry:focus').waitFor();
    await page.fill('#expiry', '12/34');
    const left = await page.locator('[data-field-error]').evaluateAll((all) => all.map((error) => error.id));
    await page.click('.pay');
    await page.locator('#cvc:focus').waitFor();

    t.deepEqual(left, ['cvc-error']);
    t.is(await page.getAttribute('#expiry', 'aria-invalid'), null);
  },
);

browserTest('a card that is over is refused with a sentence, and costs no attempt', async ({ t, newPage }) => {
  const simulator = await simulatorFor(t);
  const { orderId, formUrl } = await simulator.register();
  const page = await newPage();

  await page.goto(formUrl);
  await payWith(page, { pan: cardForActionCode(0), expiry: '12/25' });
  await page.locator('[role="alert"]:focus').waitFor();

  t.regex(await textOf(page, '[role="alert"]'), /expired|over/i);
  t.like(await simulator.status(orderId), { orderStatus: 0, actionCode: -100 });
});

const typedAndShown = [
  ['#pan', '4444555511113333', '4444 5555 1111 3333'],
  ['#pan', '4444-5555 11113333', '4444 5555 1111 3333'],
  ['#pan', '378282246310005', '3782 822463 10005'],
  ['#pan', '639002000000000003', '6390 0200 0000 0000 03'],
  ['#pan', '44445555111133334444555', '4444 5555 1111 3333 444'],
  ['#expiry', '1234', '12/34'],
  ['#expiry', '5', '05/'],
  ['#expiry', '5/34', '05/34'],
  ['#expiry', '12/2034', '12/34'],
  ['#cvc', '1a2b3', '123'],
] as const;
browserTest('what is typed is brought into the shape of a card', async ({ t, newPage }) => {
  const simulator = await simulatorFor(t);
  const { formUrl } = await simulator.register();
  const page = await newPage();
  await page.goto(formUrl);

  for (const [field, typed, shown] of typedAndShown) {
    await page.fill(field, '');
    await page.locator(field).pressSequentially(typed);
    t.is(await page.inputValue(field), shown, `${field}: ${typed}`);
  }
});

browserTest('digits can be taken out and put in, in the middle too', async ({ t, newPage }) => {
  const simulator = await simulatorFor(t);
  const { formUrl } = await simulator.register();
  const page = await newPage();
  await page.goto(formUrl);

  await page.locator('#pan').pressSequentially('444455551111333');
  await page.press('#pan', 'Home');
  for (let step = 0; step < 6; step++) await page.press('#pan', 'ArrowRight');
  await page.press('#pan', 'Backspace');
  await page.locator('#pan').pressSequentially('69');
  const pan = await page.inputValue('#pan');
  await page.locator('#expiry').pressSequentially('12');
  await page.press('#expiry', 'Backspace');
  await page.press('#expiry', 'Backspace');

  t.is(pan, '4444 6955 5111 1333');
  t.is(await page.inputValue('#expiry'), '1');
});

browserTest('the brand is shown, and American Express has four digits of CVC', async ({ t, newPage }) => {
  const simulator = await simulatorFor(t);
  const { orderId, formUrl } = await simulator.register();
  const page = await newPage();
  await page.goto(formUrl);

  for (const [pan, brand, hint] of [
    ['4', 'Visa', '3 digits on the back'],
    ['55', 'Mastercard', '3 digits on the back'],
    ['2200', 'Mir', '3 digits on the back'],
    ['9', '', '3 digits on the back'],
    ['378282246310005', 'Amex', '4 digits on the front'],
  ] as const) {
    await page.fill('#pan', pan);
    t.is(await page.locator('[data-brand]').innerText(), brand);
    t.is(await textOf(page, '#cvc-hint'), hint);
  }
  await payWith(page, { pan: '378282246310005', cvc: '123' });
  await page.locator('#cvc:focus').waitFor();
  t.is(await textOf(page, '#cvc-error'), 'Enter the 4-digit code');
  t.is((await simulator.status(orderId))['actionCode'], -100);
});

browserTest('a click on a test card fills in the form, ready to pay', async ({ t, newPage }) => {
  const simulator = await simulatorFor(t);
  const shop = await shopFor(t);
  const { orderId, formUrl } = await registerAt(shop, simulator);
  const page = await newPage();

  await page.goto(formUrl);
  await page.getByRole('button', { name: 'Challenge, then approved' }).click();
  await page.locator('.pay:focus').waitFor();
  const filled = await Promise.all(['#pan', '#expiry', '#cvc', '#cardholder'].map((field) => page.inputValue(field)));
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Pass', exact: true }).click();
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
      const outcome = page.getByLabel('What the bank answers');
      await (javaScriptEnabled ? outcome.selectOption('insufficient-funds') : outcome.fill('insufficient-funds'));
      await payWith(page, plainCard);

      t.regex(await textOf(page, '[data-decline-message]'), /Not enough money/);
      t.like(await simulator.status(orderId), { orderStatus: 0, actionCode: 116 });
    },
  );
}

browserTest('where the list of outcomes cannot be had, one is asked for by name', async ({ t, newPage }) => {
  const simulator = await simulatorFor(t);
  const { orderId, formUrl } = await simulator.register();
  const page = await newPage({ mayReport: /sandbox-outcomes/ });
  await page.route('**/sandbox-outcomes.json', (route) => route.abort());

  await page.goto(formUrl);
  await page.getByLabel('What the bank answers').fill('card-lost');
  await payWith(page, plainCard);
  await page.locator('[data-decline-message]').waitFor();

  t.like(await simulator.status(orderId), { orderStatus: 0, actionCode: 208 });
});

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
