import type { Page } from 'playwright-core';
import { Payer } from '../../client/index.ts';
import { orderTexts } from '../../simulator/dashboard/pages/order/texts.ts';
import { scenarioTexts } from '../../simulator/dashboard/pages/scenarios/texts.ts';
import { startTexts } from '../../simulator/dashboard/pages/start/texts.ts';
import { transactionsTexts } from '../../simulator/dashboard/pages/transactions/texts.ts';
import { frameTexts } from '../../simulator/dashboard/shell/texts.ts';
import { sayIn } from '../../simulator/dashboard/texts/say.ts';
import { actionCodes } from '../../simulator/data/action-codes.ts';
import type { Language } from '../../simulator/domain/orders/order.ts';
import { bundledScenarios } from '../../simulator/scenario-engine/definition/bundled-scenarios.ts';
import { stubServer } from '../helpers/http/stub-server.ts';
import { challengeCard } from '../helpers/payments/pay.ts';
import { simulatorFor, type TestSimulator } from '../helpers/simulator/simulator.ts';
import { axeSource, violationsOf } from './axe.ts';
import { testsInBrowser, type Visitor } from './browser-test.ts';
import { type Hand, keyboard, mouse } from './hands.ts';

const browserTest = testsInBrowser();
const wholeBrowserTest = testsInBrowser({ isWhole: true });

/** Declined with 116, without 3-D Secure. */
const poorCard = { pan: '4000000000116006' };

const main = (page: Page) => page.locator('main');

const texts = [...frameTexts, ...transactionsTexts, ...startTexts, ...orderTexts, ...scenarioTexts];

/** What an action code means. */
const meaning = (code: number, language: Language): string =>
  `${actionCodes.find((row) => row.code === code)?.[language]} (${code})`;

/** The beginning of a text up to the words that are filled in. */
const before = (text: string): string => text.replace(/\{.*/s, '');

/** From the first order to a played scenario, without leaving the dashboard but for the pages of the payer. */
const walk = async ({ t, newPage }: Visitor, language: Language, hand: Hand): Promise<void> => {
  const say = sayIn(texts, language);
  const shop = await stubServer(t, ({ path }) =>
    path === '/callback'
      ? { status: 500 }
      : { body: '<!doctype html><title>Shop</title><link rel="icon" href="data:,"><h1>Welcome back</h1>' },
  );
  const simulator = await simulatorFor(t, {
    journalSize: 200,
    callbacks: { url: `${shop.origin}/callback` },
    scenarios: bundledScenarios,
    demoShopUrl: () => shop.origin,
  });
  const page = await newPage({ locale: language });
  /** The page shows a text, and its scripts listen. */
  const sees = async (text: string): Promise<void> => {
    await main(page).getByText(text).first().waitFor();
    await page.waitForLoadState('load');
  };
  const makeOrder = async (): Promise<void> => {
    await hand.reach(page);
    await hand.press(page, say('Make it and look at it'));
    await sees(say('Was it paid?'));
    await sees(say('Not yet'));
  };

  await page.goto(simulator.url);
  await sees(say('No orders yet'));
  await makeOrder();

  await hand.reach(page);
  const payer = await hand.openAside(page, say('Open the card page'));
  await hand.pay(payer, poorCard);
  await payer.locator('[data-page="payment"] .notice, .alert, [role="alert"]').first().waitFor();
  await sees(meaning(116, language));
  await sees(say('the card number asks for it'));

  await hand.pay(payer, challengeCard);
  await hand.passIssuer(payer);
  await payer.getByText('Welcome back').waitFor();
  await payer.close();
  await page.bringToFront();
  await sees(before(say('Yes, at {time}')));
  await sees(say('after a challenge'));
  await sees('HTTP 500');

  await hand.reachResend(page);
  await hand.press(page, say('Resend'));
  await sees(say('The shop has not accepted the callback: {answer}', { answer: 'HTTP 500' }));
  await hand.reach(page);
  await hand.write(page, say('Reverse/Refund'), '1000');
  await hand.press(page, say('Refund'));
  await sees(before(say('{amount} went back.')));
  await sees(say('Stays with the shop'));

  await hand.goTo(page, say('Start'));
  await sees(say('Latest orders'));
  await makeOrder();
  await hand.moveClock(page, say('+20 min'));
  await sees(say('Nobody paid'));

  await hand.goTo(page, say('Scenarios'));
  await sees(say('What the bank, the payer and the network do'));
  await hand.find(page, 'declined-card-lost');
  await hand.reach(page);
  await hand.press(page, say('Play it and watch'));
  await sees(meaning(208, language));

  t.is((await simulator.orders('test_user')).total, 3);
  const [, , first] = (await simulator.orders('test_user')).orders;
  t.like(first, { status: 'refunded' });
};

wholeBrowserTest('with a mouse, from the first order to a played scenario, within the dashboard', (visitor) =>
  walk(visitor, 'en', mouse),
);

wholeBrowserTest('in Russian, with the keyboard alone, the same way', (visitor) => walk(visitor, 'ru', keyboard));

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
  // The old page goes on until the new one is there, whose scripts listen to keys once it is loaded.
  await page.waitForURL(/[?&]q=one/);
  t.is(await page.locator('[data-row]').count(), 1);
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/orders\//);
  await main(page).getByText('Оплачен ли он?').waitFor();
  await page.keyboard.press('u');
  await page.waitForURL(/\/transactions/);
  await page.getByRole('heading', { name: 'Транзакции' }).waitFor();
});

browserTest(
  'what has the focus keeps it while the page follows what happens, and keys are where a Latin layout has them',
  async ({ t, newPage }) => {
    const simulator = await simulatorFor(t, { journalSize: 200 });
    const { orderId, formUrl } = await simulator.register({ orderNumber: 'one' });
    const page = await newPage({ locale: 'ru' });
    const focused = () => page.evaluate<string>('document.activeElement.textContent.trim()');
    await page.goto(`${simulator.url}/orders/${orderId}`);

    await page.getByRole('button', { name: '+1 день' }).focus();
    await new Payer().pay(formUrl);
    await main(page).getByText('Да, в ').first().waitFor();
    t.is(await focused(), '+1 день');
    await main(page)
      .getByText('Скопировать тест')
      .or(main(page).getByRole('link', { name: 'Vitest' }))
      .first()
      .focus();
    await simulator.call('refund.do', { orderId, amount: '100' });
    await main(page).getByText('возвращён').first().waitFor();
    t.is(await focused(), 'Vitest');

    const keyboard = await page.context().newCDPSession(page);
    await keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', key: 'ф', code: 'KeyA', text: 'ф' });
    t.is(await page.evaluate('document.activeElement.id'), 'sum');
  },
);

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
      await page.addInitScript({ content: axeSource() });

      for (const path of paths(orderId)) {
        await page.goto(simulator.url + path);
        await page.locator('h1').first().waitFor();
        t.deepEqual(await violationsOf(page), [], path);
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
  await main(page).getByText('1.00 KZT went back.').waitFor();
});
