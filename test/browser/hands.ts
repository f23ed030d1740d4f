import type { Page } from 'playwright-core';
import { enterCode, typeCard } from './payer.ts';

interface WalkedCard {
  readonly pan: string;
}

/** How a person works a page: the steps of a walk are the same with each. Names are those that a screen reader says. */
export interface Hand {
  /** Presses the first button or link with this name. */
  readonly press: (page: Page, name: string) => Promise<void>;
  /** Opens a link in another tab, and looks at that. */
  readonly openAside: (page: Page, name: string) => Promise<Page>;
  /** Goes to a page of the menu. */
  readonly goTo: (page: Page, name: string) => Promise<void>;
  /** Writes into a field instead of what is in it. */
  readonly write: (page: Page, name: string, text: string) => Promise<void>;
  /** Writes into the search field of the page, and opens the only row that is left. */
  readonly find: (page: Page, text: string) => Promise<void>;
  /** Gets ready to do what the page is for. */
  readonly reach: (page: Page) => Promise<void>;
  /** Gets ready to send the callback again that the shop has refused. */
  readonly reachResend: (page: Page) => Promise<void>;
  /** Presses a button of the clock in the header. */
  readonly moveClock: (page: Page, name: string) => Promise<void>;
  /** Pays on the card page. */
  readonly pay: (page: Page, card: WalkedCard) => Promise<void>;
  /** Types the code on the page of the issuer. */
  readonly passIssuer: (page: Page) => Promise<void>;
}

/** A new page whose scripts listen, after what was pressed has led there. */
const arrived = (page: Page): Promise<void> => page.waitForLoadState('load');

const lookAt = async (page: Page): Promise<Page> => {
  await page.bringToFront();
  return page;
};

export const mouse: Hand = {
  press: async (page, name) => {
    await named(page, name).first().click();
    await arrived(page);
  },
  openAside: async (page, name) => {
    const opened = page.context().waitForEvent('page');
    await named(page, name)
      .first()
      .click({ modifiers: ['ControlOrMeta'] });
    return lookAt(await opened);
  },
  goTo: async (page, name) => {
    await page.getByRole('navigation').getByText(name, { exact: true }).first().click();
    await page.locator('h1').first().waitFor();
    await arrived(page);
  },
  write: (page, name, text) => page.getByLabel(name, { exact: true }).fill(text),
  find: async (page, text) => {
    await page.getByRole('searchbox').fill(text);
    const row = page.locator('[data-row]').filter({ hasText: text });
    await row.first().click();
    await arrived(page);
  },
  reach: async () => {},
  reachResend: async () => {},
  moveClock: (page, name) => mouse.press(page, name),
  pay: async (page, { pan }) => {
    await typeCard(page, { pan });
    await page.click('.pay:not([form])');
  },
  passIssuer: (page) => enterCode(page),
};

const named = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).or(page.getByRole('link', { name, exact: true }));

/** So many times a person presses Tab to reach what a page is for, and no more. */
const mostTabs = 15;

/** The name of what has the focus, without the count that may stand behind it; or its id. */
const focused = (page: Page, by: 'name' | 'id'): Promise<string> =>
  page.evaluate<string>(`(() => {
    const it = document.activeElement;
    if (it === document.body || '${by}' === 'id') return it.id;
    return (it.ariaLabel ?? it.labels?.[0]?.textContent ?? it.innerText ?? '').replaceAll(/\\s+/g, ' ').trim().replace(/ \\d+$/, '');
  })()`);

/** A person without a mouse. Fails when something takes more than a few keys. */
export const keyboard: Hand = (() => {
  const tabTo = async (
    page: Page,
    wanted: string,
    { key = 'Tab', by = 'name' as 'name' | 'id' } = {},
  ): Promise<void> => {
    const passed = [await focused(page, by)];
    while (passed.at(-1) !== wanted) {
      if (passed.length > mostTabs) throw new Error(`more than ${mostTabs} Tabs to ${wanted}: ${passed.join(' | ')}`);
      await page.keyboard.press(key);
      passed.push(await focused(page, by));
    }
  };
  const press: Hand['press'] = async (page, name) => {
    await tabTo(page, name);
    await page.keyboard.press('Enter');
  };
  return {
    press,
    openAside: async (page, name) => {
      await tabTo(page, name);
      const opened = page.context().waitForEvent('page');
      await page.keyboard.press('ControlOrMeta+Enter');
      return lookAt(await opened);
    },
    goTo: press,
    write: async (page, name, text) => {
      await tabTo(page, name);
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type(text);
    },
    find: async (page, text) => {
      await page.keyboard.press('/');
      await page.keyboard.type(text);
      // The address may be that of the search before the page is: the form follows what is typed.
      const loaded = page.waitForEvent('load');
      await page.keyboard.press('Enter');
      await loaded;
      await page.keyboard.press('j');
      await page.keyboard.press('Enter');
      await page.waitForURL(/[?&]name=/);
    },
    reach: (page) => page.keyboard.press('a'),
    reachResend: (page) => page.keyboard.press('r'),
    // The header is before the content: the link that passes it over is near it, too.
    moveClock: async (page, name) => {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await tabTo(page, name, { key: 'Shift+Tab' });
      await page.keyboard.press('Enter');
    },
    pay: async (page, { pan }) => {
      await arrived(page);
      await tabTo(page, 'pan', { by: 'id' });
      await page.keyboard.press('ControlOrMeta+a');
      for (const text of [pan, '1234', '123', 'AIDA TESTOVA']) {
        await page.keyboard.type(text);
        await page.keyboard.press('Tab');
      }
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Enter');
    },
    passIssuer: async (page) => {
      await page.locator('#code:focus').waitFor();
      await page.keyboard.type('123456');
      await page.keyboard.press('Enter');
    },
  };
})();
