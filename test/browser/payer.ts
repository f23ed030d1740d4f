import type { Page } from 'playwright-core';
import { type StubServer, stubServer } from '../helpers/http/stub-server.ts';
import { challengeCard } from '../helpers/payments/pay.ts';
import type { Fields, TestSimulator } from '../helpers/simulator/simulator.ts';
import type { Visitor } from './browser-test.ts';

interface Card {
  readonly pan: string;
  readonly expiry?: string;
  readonly cvc?: string;
  readonly holder?: string;
}

/** Types a card into the payment page. */
export const typeCard = async (
  page: Page,
  { pan, expiry = '12/34', cvc = '123', holder = 'AIDA TESTOVA' }: Card = challengeCard,
): Promise<void> => {
  await page.fill('#pan', pan);
  await page.fill('#expiry', expiry);
  await page.fill('#cvc', cvc);
  await page.fill('#cardholder', holder);
};

/** Types a card and presses Pay, not the button that pays with a stored card. */
export const payWith = async (page: Page, card?: Card): Promise<void> => {
  const other = page.locator('#other-card');
  if ((await other.count()) > 0) await other.check();
  await typeCard(page, card);
  await page.click('.pay:not([form])');
};

/** Opens the drawer of the sandbox, and waits for its list. */
export const openDrawer = async (page: Page): Promise<void> => {
  await page.locator('.drawer > summary').click();
  await page.locator('.drawer .outcome input').first().waitFor();
};

/** Answers the issuer's page, once it is there. */
export const enterCode = async (page: Page, code = '123456'): Promise<void> => {
  await page.fill('#code', code);
  await page.click('.submit');
};

/** A shop's web server that says "Welcome back" to whoever comes. */
export const shopFor = (t: Visitor['t']): Promise<StubServer> =>
  stubServer(t, () => ({
    body: '<!doctype html><title>Shop</title><link rel="icon" href="data:,"><h1>Welcome back</h1>',
  }));

/** Registers an order that returns to this shop: `/ok`, or `/fail` after a failure. */
export const registerAt = (shop: StubServer, simulator: TestSimulator, fields: Fields = {}) =>
  simulator.register({ returnUrl: `${shop.origin}/ok`, failUrl: `${shop.origin}/fail`, ...fields });

/** The text of an element as people see it: no spaces around it, and blanks that do not break are blanks. */
export const textOf = async (page: Page, selector: string): Promise<string> =>
  (await page.locator(selector).innerText()).trim().replaceAll('\u00a0', ' ');

/** Makes time in the page, and in every tab beside it, move only by `page.clock.fastForward`. For a page that is still empty. */
export const stopTime = async (page: Page): Promise<void> => {
  await page.clock.install({ time: 0 });
  await page.clock.pauseAt('2026-01-01T08:00:00Z');
};
