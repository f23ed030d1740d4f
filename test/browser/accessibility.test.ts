import type { Page } from 'playwright-core';
import { startShop } from '../../client/shop/start-shop.ts';
import { cardForActionCode } from '../../simulator/issuer/code-range.ts';
import { plainCard } from '../helpers/payments/pay.ts';
import { gatewayLook } from '../helpers/shop/shop.ts';
import { login, simulatorFor, type TestSimulator } from '../helpers/simulator/simulator.ts';
import { axeSource, violationsOf } from './axe.ts';
import { testsInBrowser } from './browser-test.ts';
import { enterCode, payWith } from './payer.ts';

const browserTest = testsInBrowser();

const order = {
  description: 'Two paperbacks & a map',
  clientId: 'aida',
  jsonParams: '{"backToShopUrl":"https://shop.example/","backToShopName":"Back to Dala Books"}',
};

/** The demo shop of a simulator, one for each call, in a language: its address. */
const demoShop = async (page: Page, { restUrl }: TestSimulator, language: string): Promise<string> => {
  await page.setExtraHTTPHeaders({ 'Accept-Language': language });
  const { userName = '', password = '' } = login;
  const where = { gatewayUrl: restUrl, userName, password, port: 0, host: '127.0.0.1' };
  const shop = await startShop({ ...gatewayLook, ...where });
  page.once('close', () => void shop.stop());
  return shop.url;
};

/** Every page of the simulator that people see, by the way to it. */
const pages: Readonly<
  Record<
    string,
    {
      readonly withoutScripts?: boolean;
      readonly hasPanel?: boolean;
      readonly mayReport?: RegExp;
      readonly bank?: string;
      readonly languages?: readonly string[];
      readonly open: (page: Page, simulator: TestSimulator, language: string) => Promise<void>;
    }
  >
> = {
  'the card page': {
    hasPanel: true,
    open: async (page, simulator, language) => {
      await page.goto((await simulator.register({ ...order, language })).formUrl);
    },
  },
  'the card page with wrong fields': {
    open: async (page, simulator, language) => {
      await page.goto((await simulator.register({ ...order, language })).formUrl);
      await page.fill('#pan', '4444555511113334');
      await page.click('.pay');
      await page.locator('#cvc-error').waitFor();
    },
  },
  'the card page with wrong fields, without JavaScript': {
    withoutScripts: true,
    open: async (page, simulator, language) => {
      await page.goto((await simulator.register({ ...order, language })).formUrl);
      await payWith(page, { pan: '1', expiry: '1', cvc: '1', holder: '1' });
      await page.locator('[data-error-summary]').waitFor();
    },
  },
  'the card page after a decline': {
    open: async (page, simulator, language) => {
      await page.goto((await simulator.register({ ...order, language })).formUrl);
      await payWith(page, { pan: cardForActionCode(116) });
      await page.locator('[data-decline]').waitFor();
    },
  },
  'the card page with the sheet of a wallet': {
    hasPanel: true,
    open: async (page, simulator, language) => {
      await page.goto((await simulator.register({ ...order, language })).formUrl);
      await page.getByRole('button', { name: 'Google Pay' }).click();
      await page.getByRole('dialog', { name: 'Google Pay' }).waitFor();
    },
  },
  'the card page with a stored card': {
    open: async (page, simulator, language) => {
      const card = { pan: plainCard.pan, expiryDate: '203412', cardholderName: 'AIDA BEK' };
      await simulator.call('createBindingNoPayment.do', { clientId: 'aida', ...card });
      await page.goto((await simulator.register({ ...order, language })).formUrl);
      await page.locator('[data-stored-cards]').waitFor();
    },
  },
  'the card page with a cart and the drawer of the sandbox': {
    hasPanel: true,
    open: async (page, simulator, language) => {
      const item = { positionId: 1, name: 'Scarf', quantity: { value: 2, measure: 'pcs' }, itemAmount: 1_500_000 };
      const orderBundle = JSON.stringify({ cartItems: { items: [{ ...item, itemCode: 's' }] } });
      await page.goto((await simulator.register({ ...order, orderBundle, language })).formUrl);
      await page.evaluate('document.querySelector(".drawer").open = true');
      await page.locator('.drawer .star').first().waitFor();
    },
  },
  'the list of the sandbox, without JavaScript': {
    hasPanel: true,
    withoutScripts: true,
    open: async (page, simulator, language) => {
      const { orderId } = await simulator.register({ ...order, language });
      await page.goto(`${simulator.url}/payment/merchants/sandbox-list.html?mdOrder=${orderId}&language=${language}`);
    },
  },
  'the card page that asks before a card is removed': {
    open: async (page, simulator, language) => {
      const card = { pan: plainCard.pan, expiryDate: '203412', cardholderName: 'AIDA BEK' };
      await simulator.call('createBindingNoPayment.do', { clientId: 'aida', ...card });
      await page.goto((await simulator.register({ ...order, language })).formUrl);
      await page.locator('.remove').click();
      await page.getByRole('dialog').waitFor();
    },
  },
  'the card page of an order that only checks a card': {
    open: async (page, simulator, language) => {
      await page.goto((await simulator.register({ ...order, language, features: 'VERIFY', amount: '0' })).formUrl);
    },
  },
  'the card page whose time is over': {
    open: async (page, simulator, language) => {
      // The page leaves by itself; without content at the other address it stays.
      await page.route(/merchants\/x\?/, (route) => route.fulfill({ status: 204 }));
      await page.goto((await simulator.register({ ...order, language, returnUrl: 'merchants/x' })).formUrl);
      // It tries to leave once; later that would break off the way to the next page.
      const leaving = page.waitForRequest(/merchants\/x\?/);
      await simulator.clock.advance(1_201_000);
      await page.locator('[data-expired]').waitFor();
      await leaving;
    },
  },
  'the result page of an order that can still be paid': {
    open: async (page, simulator, language) => {
      const { orderId } = await simulator.register({ ...order, language });
      await page.goto(`${simulator.url}/payment/merchants/finish_${language}.html?orderId=${orderId}`);
    },
  },
  "the issuer's page after a wrong code": {
    hasPanel: true,
    open: async (page, simulator, language) => {
      await page.goto((await simulator.register({ ...order, language })).formUrl);
      await payWith(page);
      await enterCode(page, '1');
      await page.locator('[data-acs-error]').waitFor();
    },
  },
  "the issuer's page of 3-D Secure 1 after a wrong code": {
    hasPanel: true,
    bank: 'sber',
    languages: ['en', 'ru'],
    open: async (page, simulator, language) => {
      const orderNumber = `axe-${language}`;
      await page.goto((await simulator.register({ ...order, language, orderNumber })).formUrl);
      await payWith(page);
      await enterCode(page, '1');
      await page.locator('[data-acs-error]').waitFor();
    },
  },
  'the page on the way to the issuer, without JavaScript': {
    withoutScripts: true,
    open: async (page, simulator, language) => {
      await page.goto((await simulator.register({ ...order, language })).formUrl);
      await payWith(page);
      await page.locator('[data-page="auto-post"]').waitFor();
    },
  },
  'the error page': {
    open: async (page, simulator, language) => {
      await page.goto(`${simulator.url}/payment/merchants/errors_${language}.html`);
    },
  },
  'the start page': {
    open: async (page, simulator, language) => {
      await page.setExtraHTTPHeaders({ 'Accept-Language': language });
      await page.goto(simulator.url);
    },
  },
  'the page of a misspelt address': {
    mayReport: /status of 404/,
    open: async (page, simulator, language) => {
      await page.setExtraHTTPHeaders({ 'Accept-Language': language });
      await page.goto(`${simulator.url}/payment/payment/rest/regster.do`);
    },
  },
  'the page of an address that takes another method': {
    mayReport: /status of 405/,
    open: async (page, simulator, language) => {
      await page.setExtraHTTPHeaders({ 'Accept-Language': language });
      await page.goto(`${simulator.url}/sandbox/reset`);
    },
  },
  'the catalogue of the demo shop': {
    open: async (page, simulator, language) => {
      await page.goto(await demoShop(page, simulator, language));
    },
  },
  'the page of an order of the demo shop, after a refusal': {
    open: async (page, simulator, language) => {
      await page.goto(await demoShop(page, simulator, language));
      await page.locator('[value="tea-club"] ~ button').click();
      await payWith(page, plainCard);
      await page.locator('form[action$="/refund"] input[name="amount"]').fill('999999');
      await page.locator('form[action$="/refund"] button').click();
      await page.locator('[data-refusal]').waitFor();
    },
  },
  'the stored cards of the demo shop': {
    open: async (page, simulator, language) => {
      const card = { pan: plainCard.pan, expiryDate: '203412', cardholderName: 'AIDA BEK' };
      await simulator.call('createBindingNoPayment.do', { clientId: 'demo-customer', ...card });
      await page.goto(`${await demoShop(page, simulator, language)}/cards?removed`);
      await page.locator('[data-card]').waitFor();
    },
  },
  'the orders of the demo shop': {
    open: async (page, simulator, language) => {
      const url = await demoShop(page, simulator, language);
      await page.goto(url);
      await page.locator('[value="tea-bowl"] ~ button').first().click();
      await page.locator('.pay').first().waitFor();
      await page.goto(`${url}/orders`);
      await page.locator('[data-order]').waitFor();
    },
  },
  'the result page': {
    open: async (page, simulator, language) => {
      await page.goto((await simulator.register({ language, returnUrl: `merchants/finish_${language}.html` })).formUrl);
      await payWith(page, plainCard);
      await page.locator('.result-paid').waitFor();
    },
  },
};

const windows = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };

for (const [name, { open, bank, languages, withoutScripts = false, hasPanel = false, mayReport }] of Object.entries(
  pages,
)) {
  browserTest(`axe finds nothing wrong with ${name}`, async ({ t, newPage }) => {
    const simulator = await simulatorFor(t, {
      merchantName: 'Dala Books',
      sandboxPanel: hasPanel,
      ...(bank !== undefined && { bank }),
    });
    const page = await newPage({ reducedMotion: 'reduce', ...(mayReport && { mayReport }) });
    // axe itself needs JavaScript, so it is only the page's own that is missing.
    if (withoutScripts) {
      await page.route('**/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
    }
    for (const language of languages ?? ['en', 'ru', 'kk']) {
      await open(page, simulator, language);
      t.is(await page.getAttribute('html', 'lang'), language);
      await page.evaluate(axeSource());
      for (const [window, size] of Object.entries(windows)) {
        await page.setViewportSize(size);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          t.deepEqual(await violationsOf(page), [], `${language}, ${window}, ${colorScheme}`);
        }
      }
    }
  });
}
