import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { GatewayClient } from '../../client/gateway/gateway-client.ts';
import type { OrderRequest } from '../../client/gateway/order-request.ts';
import { startShop } from '../../client/shop/start-shop.ts';
import { cardForActionCode } from '../../simulator/issuer/code-range.ts';
import { documentedLogin, startSimulator } from '../../simulator/simulator.ts';
import { plainCard } from '../helpers/payments/pay.ts';
import { gatewayLook } from '../helpers/shop/shop.ts';
import { launchBrowser, whyNoBrowser } from './browser.ts';
import { type DashboardPicture, dashboardPictures, startBookshop } from './dashboard-pictures.ts';
import { enterCode, payWith, typeCard } from './payer.ts';

interface Place {
  /** Registers a realistic order and gives the address of its card page. */
  readonly register: (language: string, order?: Pick<OrderRequest, 'returnUrl' | 'clientId'>) => Promise<string>;
  readonly url: string;
  readonly shopUrl: string;
}

/** A picture: its name, and the way to what is on it. */
interface Picture {
  readonly name: string;
  readonly window?: keyof typeof windows;
  readonly dark?: boolean;
  readonly language?: string;
  readonly withoutPanel?: boolean;
  readonly withoutScripts?: boolean;
  /** Only what fits into the window. */
  readonly cropped?: boolean;
  readonly go: (page: Page, place: Place, language: string) => Promise<void>;
}

const windows = {
  desktop: { viewport: { width: 1280, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  narrow: { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true },
  small: { viewport: { width: 320, height: 640 } },
} as const satisfies Readonly<Record<string, BrowserContextOptions>>;

const goods: Readonly<Record<string, string>> = {
  en: 'Camel wool scarf and two tea bowls',
  ru: 'Шарф из верблюжьей шерсти и две пиалы',
  kk: 'Түйе жүнінен тоқылған шарф және екі кесе',
};

const payment: Picture['go'] = async (page, { register }, language) => {
  await page.goto(await register(language));
};

const fieldErrors: Picture['go'] = async (page, place, language) => {
  await payment(page, place, language);
  await payWith(page, { pan: '4444555511113334', expiry: '13/34', cvc: '12', holder: ' ' });
  await page.locator('#cardholder-error').waitFor();
};

const decline: Picture['go'] = async (page, place, language) => {
  await payment(page, place, language);
  await payWith(page, { pan: cardForActionCode(555) });
  await page.locator('[data-decline]').waitFor();
};

const issuer: Picture['go'] = async (page, place, language) => {
  await payment(page, place, language);
  await payWith(page);
  await page.locator('#code').waitFor();
};

const wrongCode: Picture['go'] = async (page, place, language) => {
  await issuer(page, place, language);
  await enterCode(page, '111111');
  await page.locator('[data-acs-error]').waitFor();
};

const wayToIssuer: Picture['go'] = async (page, place, language) => {
  await payment(page, place, language);
  await payWith(page);
  await page.locator('[data-page="auto-post"]').waitFor();
};

const walletSheet: Picture['go'] = async (page, place, language) => {
  await payment(page, place, language);
  await page.getByRole('button', { name: 'Google Pay' }).click();
};

/** Everything at once: the wallets, a card that was stored, and another one. */
const storedCard: Picture['go'] = async (page, { register, shopUrl }, language) => {
  // Each window has a client without cards.
  const order = { returnUrl: shopUrl, clientId: `aida-${page.viewportSize()?.width}` };
  await page.goto(await register(language, order));
  await page.locator('[name="saveCard"]').check();
  await payWith(page, plainCard);
  await page.waitForURL(`${shopUrl}/**`);
  await page.goto(await register(language, order));
};

const errorPage: Picture['go'] = async (page, { url }, language) => {
  await page.goto(`${url}/payment/merchants/payment_${language}.html?mdOrder=nobody`);
};

const address =
  (path: string): Picture['go'] =>
  async (page, { url }, language) => {
    await page.setExtraHTTPHeaders({ 'Accept-Language': language });
    await page.goto(url + path);
  };

const result =
  (card: { readonly pan: string }): Picture['go'] =>
  async (page, { register }, language) => {
    await page.goto(await register(language, { returnUrl: `merchants/finish_${language}.html` }));
    for (let tries = 0; tries < 3 && (await page.locator('.pay').count()) > 0; tries++) {
      await payWith(page, card);
      await page.locator('[data-decline]:focus, .result').waitFor();
    }
    await page.locator('.result').waitFor();
  };

const catalogue: Picture['go'] = async (page, { shopUrl }) => {
  await page.goto(shopUrl);
};

const thanks: Picture['go'] = async (page, place, language) => {
  await catalogue(page, place, language);
  await page.getByRole('button', { name: 'Buy Camel wool scarf' }).click();
  await payWith(page);
  await enterCode(page);
  await page.locator('[data-result="paid"]').waitFor();
};

/** As somebody sees it who is about to pay. */
const filledIn: Picture['go'] = async (page, place, language) => {
  await payment(page, place, language);
  await typeCard(page, { pan: '5555555555555599', holder: 'AIGERIM SEITKALI' });
  await page.locator('#cardholder').blur();
};

const inEveryWindow = (picture: Picture): readonly Picture[] =>
  (['desktop', 'phone', 'small'] as const).map((window) => ({ ...picture, window, name: `${picture.name}-${window}` }));

const onDeskAndInHand = (picture: Picture): readonly Picture[] => [
  { ...picture, name: `${picture.name}-desktop` },
  { ...picture, name: `${picture.name}-narrow`, window: 'narrow' },
  { ...picture, name: `${picture.name}-narrow-dark`, window: 'narrow', dark: true },
];

const inEveryLanguage = (picture: Picture): readonly Picture[] =>
  ['en', 'ru', 'kk'].map((language) => ({ ...picture, language, name: `${picture.name}-${language}` }));

const pictures: readonly Picture[] = [
  // Two of docs/images; the others are in dashboard-pictures.ts.
  { name: 'card-page-desktop', go: filledIn },
  { name: 'challenge-phone', window: 'phone', go: issuer, cropped: true },
  ...inEveryLanguage({ name: 'payment', go: payment }).flatMap(inEveryWindow),
  ...inEveryLanguage({ name: 'field-errors', go: fieldErrors }).flatMap(inEveryWindow),
  ...inEveryLanguage({ name: 'decline', go: decline }).flatMap(inEveryWindow),
  ...inEveryLanguage({ name: 'wrong-code', go: wrongCode }).flatMap(inEveryWindow),
  ...inEveryLanguage({ name: 'wallet-sheet', cropped: true, go: walletSheet }).flatMap(inEveryWindow),
  ...inEveryWindow({ name: 'wallet-sheet-dark', dark: true, cropped: true, go: walletSheet }),
  ...inEveryWindow({ name: 'stored-card', go: storedCard }),
  ...inEveryWindow({ name: 'payment-without-panel', withoutPanel: true, go: payment }),
  ...inEveryWindow({ name: 'payment-dark', dark: true, go: filledIn }),
  { name: 'field-errors-dark', dark: true, go: fieldErrors },
  { name: 'field-errors-without-scripts', withoutScripts: true, go: fieldErrors },
  { name: 'decline-dark', dark: true, window: 'phone', go: decline },
  { name: 'wrong-code-dark', dark: true, window: 'phone', go: wrongCode },
  { name: 'issuer-without-panel', withoutPanel: true, go: issuer },
  ...inEveryWindow({ name: 'way-to-issuer', withoutScripts: true, go: wayToIssuer }),
  ...inEveryWindow({ name: 'error-page', go: errorPage }),
  { name: 'error-page-dark', dark: true, go: errorPage },
  ...inEveryWindow({ name: 'result-paid', go: result(plainCard) }),
  ...inEveryWindow({ name: 'result-declined', language: 'ru', go: result({ pan: cardForActionCode(116) }) }),
  ...inEveryLanguage({ name: 'start', go: address('/') }).flatMap(onDeskAndInHand),
  ...inEveryLanguage({ name: 'unknown-address', go: address('/payment/payment/rest/regster.do') }).flatMap(
    onDeskAndInHand,
  ),
  ...inEveryLanguage({ name: 'wrong-method', go: address('/sandbox/reset') }).flatMap(onDeskAndInHand),
  ...inEveryWindow({ name: 'catalogue', go: catalogue }),
  ...inEveryWindow({ name: 'thanks', go: thanks }),
];

const startPlace = async (sandboxPanel: boolean) => {
  const simulator = await startSimulator({
    merchantName: 'Dala Store',
    sandboxPanel,
    scenarios: './scenarios',
    demoShopUrl: () => 'http://127.0.0.1:3000',
  });
  const { login: userName, password } = documentedLogin;
  const shop = await startShop({
    ...gatewayLook,
    gatewayUrl: simulator.restUrl,
    userName,
    password,
    port: 0,
    host: '127.0.0.1',
  });
  const client = new GatewayClient({ baseUrl: simulator.restUrl, userName, password });
  const numbers = [...Array(1_000).keys()].values();
  const register: Place['register'] = async (language, order = { returnUrl: shop.url }) => {
    const { formUrl } = await client.register({
      amountMinor: 3_375_050,
      orderNumber: `DS-2026-${String(4_817 + (numbers.next().value ?? 0)).padStart(6, '0')}`,
      ...order,
      language,
      description: goods[language] ?? '',
      jsonParams: { backToShopUrl: shop.url },
    });
    return formUrl;
  };
  const stop = async () => {
    await shop.stop();
    await simulator.stop();
  };
  return { register, url: simulator.url, shopUrl: shop.url, stop };
};

const take = async (browser: Browser, place: Place, picture: Picture, folder: string): Promise<void> => {
  const { name, window = 'desktop', dark = false, withoutScripts = false, language = 'en', cropped = false } = picture;
  const context = await browser.newContext({
    ...windows[window],
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    javaScriptEnabled: !withoutScripts,
  });
  const page = await context.newPage();
  await picture.go(page, place, language);
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: !cropped });
  await context.close();
};

const takeDashboard = async (browser: Browser, folder: string, wanted: readonly DashboardPicture[]): Promise<void> => {
  if (wanted.length === 0) return;
  const shop = await startBookshop();
  for (const { name, height, phone = false, dark = false, language = 'en', go } of wanted) {
    const context = await browser.newContext({
      ...(phone ? windows.phone : { viewport: { width: windows.desktop.viewport.width, height } }),
      colorScheme: dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
      locale: language,
    });
    const page = await context.newPage();
    await go(page, shop);
    await page.screenshot({ path: join(folder, `${name}.png`) });
    await context.close();
    console.log(name);
  }
  await shop.stop();
};

const takeAll = async (folder: string, wanted: RegExp): Promise<void> => {
  mkdirSync(folder, { recursive: true });
  const browser = await launchBrowser({ isWhole: true });
  const [withPanel, withoutPanel] = [await startPlace(true), await startPlace(false)];
  for (const picture of pictures.filter(({ name }) => wanted.test(name))) {
    await take(browser, picture.withoutPanel ? withoutPanel : withPanel, picture, folder);
    console.log(picture.name);
  }
  await takeDashboard(
    browser,
    folder,
    dashboardPictures.filter(({ name }) => wanted.test(name)),
  );
  await browser.close();
  await withPanel.stop();
  await withoutPanel.stop();
};

const [, , folder, wanted = ''] = process.argv;
if (!folder || whyNoBrowser) {
  console.error(whyNoBrowser ?? 'usage: node test/browser/take-screenshots.ts <folder> [pattern of names]');
  process.exitCode = 1;
} else {
  await takeAll(folder, new RegExp(wanted));
}
