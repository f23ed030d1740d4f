import type { DashboardPage } from './page.ts';
import type { IconName } from './ui/icons.ts';

/** A page before it is loaded: its address, and its place in the menu. */
export interface PageRow {
  readonly name: string;
  /** Parts in braces are filled in. */
  readonly path: string;
  /** Its name in the menu, in English; absent: it is not there. */
  readonly title?: string;
  readonly icon?: IconName;
  readonly group?: MenuGroup;
  /** Opens it, after a `g`. */
  readonly key?: string;
  /** Whether it is in the tab bar of a phone, and not in the menu. */
  readonly isTabOnly?: true;
  /** Where a program goes that asks at its address, because it looks there for something else. */
  readonly forPrograms?: string;
  readonly load: () => Promise<DashboardPage>;
}

export const menuGroups = ['Payments', 'Test with', 'Set up'] as const;
export type MenuGroup = (typeof menuGroups)[number];

/** Every page of the dashboard, in the order of the menu. A page is loaded when it is first opened. */
// biome-ignore format: one line per page
export const pages: readonly PageRow[] = [
  { name: 'start', path: '/', title: 'Start', icon: 'start', load: async () => (await import('./pages/start/page.ts')).start },
  { name: 'transactions', path: '/transactions', title: 'Transactions', icon: 'list', group: 'Payments', key: 't', load: async () => (await import('./pages/transactions/page.ts')).transactions },
  { name: 'calls', path: '/calls', title: 'Calls', icon: 'calls', group: 'Payments', load: async () => (await import('./pages/calls/page.ts')).calls },
  { name: 'callbacks', path: '/callbacks', title: 'Callbacks', icon: 'bell', group: 'Payments', key: 'c', load: async () => (await import('./pages/callbacks/page.ts')).callbacks },
  { name: 'order', path: '/orders/{orderId}', load: async () => (await import('./pages/order/page.ts')).order },
  { name: 'scenarios', path: '/scenarios', title: 'Scenarios', icon: 'branch', group: 'Test with', key: 's', load: async () => (await import('./pages/scenarios/page.ts')).scenarios },
  { name: 'editor', path: '/scenarios/edit', load: async () => (await import('./pages/editor/page.ts')).editor },
  { name: 'cards', path: '/cards', title: 'Cards and codes', icon: 'card', group: 'Test with', load: async () => (await import('./pages/cards/page.ts')).cards },
  { name: 'merchants', path: '/merchants', title: 'Merchants', icon: 'shop', group: 'Set up', load: async () => (await import('./pages/merchants/page.ts')).merchants },
  { name: 'bank', path: '/bank', title: 'Bank', icon: 'bank', group: 'Set up', load: async () => (await import('./pages/bank/page.ts')).bank },
  { name: 'api', path: '/api', title: 'API', icon: 'braces', group: 'Set up', load: async () => (await import('./pages/api/page.ts')).api },
  { name: 'health', path: '/health', title: 'Health', icon: 'pulse', group: 'Set up', forPrograms: '/sandbox/health', load: async () => (await import('./pages/health/page.ts')).health },
  { name: 'more', path: '/more', title: 'More', icon: 'more', isTabOnly: true, load: async () => (await import('./pages/more/page.ts')).more },
];

/** The names of the pages in the tab bar of a phone. */
const tabs: readonly string[] = ['start', 'transactions', 'callbacks', 'scenarios', 'more'];

export const isTab = ({ name }: PageRow): boolean => tabs.includes(name);

/** The page at an address, and what stands there in place of the braces. */
export const pageAt = (path: string): FoundPage | undefined => {
  for (const row of pages) {
    const match = patterns.get(row)?.exec(path);
    if (match) return { row, path: decoded(match.groups ?? {}) };
  }
  return undefined;
};

interface FoundPage {
  readonly row: PageRow;
  readonly path: Readonly<Record<string, string>>;
}

/** What is not percent-encoded UTF-8 stays as it is. */
const decoded = (parts: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(parts).map(([name, part]) => {
      try {
        return [name, decodeURIComponent(part)];
      } catch {
        return [name, part];
      }
    }),
  );

/** `/orders/{orderId}` as a pattern with the group `orderId`. */
const patterns: ReadonlyMap<PageRow, RegExp> = new Map(
  pages.map((row) => [row, new RegExp(`^${row.path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`)]),
);
