import { bankOf } from '../../banks/bank-of.ts';
import type { Merchant } from '../../domain/merchant.ts';
import { viewFrom } from '../../http/page/view-from.ts';
import { nextDue } from '../../inspection/orders/next-due.ts';
import { ordersLeft } from '../../merchants/next-orders.ts';
import { version } from '../../runtime/version.ts';
import type { Notice, Visit } from '../page.ts';
import { isTab, menuGroups, type PageRow, pages } from '../pages.ts';
import { languages } from '../texts/languages.ts';
import { leftUntil } from '../ui/left-until.ts';
import { countsOf, type MenuCounts } from './menu-counts.ts';
import { nextWords } from './next-words.ts';

/** What stands around a page. */
export interface Framing {
  readonly page: PageRow;
  readonly title: string;
  readonly content: string;
  readonly notice: Notice | undefined;
  readonly merchants: readonly Merchant[];
  /** The address of this page, without its query. */
  readonly here: string;
  /** Whether it follows what happens; the answer to a form stays as it is. */
  readonly isLive: boolean;
}

/** So many merchants are in the list of the header; the others are on the page of merchants. */
const mostMerchants = 30;

/** The whole page as HTML. */
export const frameOf = async (visit: Visit, framing: Framing): Promise<string> => {
  const { context, language, say, ui, link, query } = visit;
  const { page, merchants, here, isLive } = framing;
  const counts = await countsOf(context);
  const items = pages.flatMap((row) => menuItem(visit, row, page, counts) ?? []);
  const { merchant } = context;
  return fillFrame({
    say,
    ui,
    frame: {
      ...framing,
      name: page.name,
      hasSession: visit.hasSession,
      language,
      version: version(),
      home: link('/'),
      undoAt: link('/merchants'),
      // The query names the merchant, whose clock and scenario it is.
      formsTo: withQuery(here, query, {}),
      menu: [undefined, ...menuGroups].map((group, index) => ({
        id: `menu-${index}`,
        title: group && say(group),
        items: items.filter((item) => item.group === group && !item.isTabOnly),
      })),
      tabs: items.filter(({ isTab }) => isTab),
      keys: [
        ...singleKeys.map(([keys, what]) => ({ keys, what: say(what) })),
        ...items.flatMap(({ key, title }) => (key === undefined ? [] : [{ keys: ['g', key], what: title }])),
      ],
      languages: languages.map((one) => ({
        ...one,
        isHere: one.code === language,
        href: withQuery(here, query, { lang: one.code }),
      })),
      merchant: { login: merchant.login, name: merchant.name, bank: bankOf(context, merchant).title },
      merchants: merchants.slice(0, mostMerchants).map(({ login, name }) => ({
        name,
        login,
        isHere: login === merchant.login,
        href: `${listPathOf(page)}?merchant=${encodeURIComponent(login)}`,
      })),
      clock: clockView(visit),
      next: await nextView(visit),
      scenario: await scenarioView(visit),
      broken: await brokenView(visit),
      events: isLive && `/sandbox/merchants/${encodeURIComponent(merchant.login)}/events?digestMs=500`,
      scriptTexts: JSON.stringify({
        live: say('Live'),
        away: say('Away since {time}'),
        copied: say('Copied'),
        newer: say('{count} new'),
        days: say('{count} d'),
        keysOn: say('Single keys work again.'),
        keysOff: say('Single keys are off in this browser.'),
      }),
    },
  });
};

const fillFrame = viewFrom<{ say: unknown; ui: unknown; frame: object }>(new URL('frame.ejs', import.meta.url), [
  'say',
  'ui',
  'frame',
]);

/** What a single key does, as assets/keys.js has them. */
const singleKeys: readonly (readonly [keys: readonly string[], what: string])[] = [
  [['/'], 'Search'],
  [['j', 'k'], 'Next and previous row'],
  [['Enter'], 'Open the row'],
  [['o'], 'Open or close a line'],
  [['u'], 'Back to the list'],
  [['r'], 'To the form that resends or refunds'],
  [['a'], 'To what the page is for'],
  [['.'], 'Move the clock to the next thing due'],
  [['?'], 'This list'],
];

/** Pages of one thing belong to a list, where another merchant begins. */
const listPathOf = ({ path }: PageRow): string => (path.includes('{') ? '/transactions' : path);

const withQuery = (here: string, query: URLSearchParams, changes: Readonly<Record<string, string>>): string => {
  const changed = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) changed.set(name, value);
  return changed.size === 0 ? here : `${here}?${changed}`;
};

const menuItem = ({ say, ui, link }: Visit, row: PageRow, shown: PageRow, counts: MenuCounts) => {
  if (row.title === undefined || row.icon === undefined) return undefined;
  return {
    group: row.group,
    isTabOnly: row.isTabOnly,
    title: say(row.title),
    icon: ui.icon(row.icon),
    key: row.key,
    href: link(row.path),
    isHere:
      row === shown || shown.path.startsWith(`${row.path}/`) || (row.name === 'transactions' && shown.name === 'order'),
    isTab: isTab(row),
    ...counts[row.name],
    ...(row.name === 'scenarios'
      ? { alertIcon: 'warn', alertWords: say('mistakes:') }
      : { alertIcon: 'belloff', alertWords: say('given up:') }),
  };
};

const clockView = ({ context, ui }: Visit) => {
  const nowMs = context.clock.now();
  return {
    nowMs: Math.round(nowMs),
    isFrozen: context.clock.isFrozen(),
    utcOffsetMinutes: bankOf(context, context.merchant).utcOffsetMinutes,
    time: ui.clockTime(nowMs),
    day: ui.shortDay(nowMs),
  };
};

const nextView = async ({ context, say }: Visit) => {
  const due = await nextDue(context);
  if (!due) return undefined;
  const dueMs = Date.parse(due.at);
  return { at: due.at, dueMs, what: say(nextWords[due.what]), left: leftUntil(dueMs - context.clock.now(), say) };
};

const scenarioView = async ({ context, say, link }: Visit) => {
  const { merchant, store } = context;
  const left = await ordersLeft(store, merchant);
  const { scenario, ownScenario } = left > 0 && merchant.nextOrders ? merchant.nextOrders : merchant;
  const name = scenario ?? (ownScenario === undefined ? undefined : say('a scenario of its own'));
  return name === undefined ? undefined : { name, href: link('/scenarios', { name: scenario }) };
};

const brokenView = async ({ context: { merchant }, say, link }: Visit) => {
  if (!merchant.break) return undefined;
  const { breakNamed } = await import('../../merchants/breaks.ts');
  const row = breakNamed(merchant.break.id);
  const { id } = merchant.break;
  const name = say('Break {name}', { name: id });
  return { name: id, title: row ? `${name}: the gateway ${row.does}` : name, href: link('/calls') };
};
