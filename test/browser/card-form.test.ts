import { cardForActionCode } from '../../simulator/issuer/code-range.ts';
import { plainCard } from '../helpers/payments/pay.ts';
import { simulatorFor } from '../helpers/simulator/simulator.ts';
import { testsInBrowser } from './browser-test.ts';
import { payWith, textOf } from './payer.ts';

const browserTest = testsInBrowser();

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
    expiry: 'Ай 01 мен 12 аралығында болуы керек',
    cvc: 'Кодтың 3 цифрын енгізіңіз',
    cardholder: 'Аты-жөніңізді картадағыдай енгізіңіз',
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

browserTest('a card that is over is marked in the form, and nothing is sent', async ({ t, newPage }) => {
  const simulator = await simulatorFor(t);
  const { orderId, formUrl } = await simulator.register();
  const page = await newPage();

  await page.goto(formUrl);
  const calls: string[] = [];
  page.on('request', (request) => calls.push(new URL(request.url()).pathname));
  await payWith(page, { pan: cardForActionCode(0), expiry: '12/25' });
  await page.locator('#expiry[aria-invalid="true"]:focus').waitFor();

  t.is(await textOf(page, '#expiry-error'), 'This card has expired');
  t.false(calls.some((path) => path.endsWith('/processform.do')));
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
