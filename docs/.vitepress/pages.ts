import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The folder of the pages. */
export const docs = path.join(import.meta.dirname, '..');

export type Language = 'en' | 'ru';

/** A part of the menu. A page is its file below docs/, without `.md`; its Russian twin has the same name below docs/ru/. */
interface Group {
  readonly title: Readonly<Record<Language, string>>;
  readonly pages: readonly string[];
  /** The menu shows its pages only after a click. */
  readonly isClosed?: true;
}

/** The menu of the site. Titles are the first headings of the pages. */
export const groups: readonly Group[] = [
  {
    title: { en: 'Tasks', ru: 'Задачи' },
    pages: [
      ...[
        'first-payment',
        'decline',
        'three-d-secure',
        'hold-and-capture',
        'refund-and-reversal',
        'expiry-and-time',
        'callbacks',
        'checksums',
        'stored-cards',
        'wallets',
        'bank-down',
        'payer-misbehaves',
        'chargeback',
        'another-bank',
        'parallel-tests',
        'ci',
        'to-production',
      ].map((name) => `tasks/${name}`),
      ...['woocommerce', 'opencart'],
    ],
  },
  {
    title: { en: 'Reference', ru: 'Справочник' },
    pages: [
      'testing',
      'choosing-what-happens',
      'writing-scenarios',
      'scenarios',
      'callbacks',
      'client',
      'dashboard',
      'control-api',
      'commands',
      'endpoints',
      'banks',
      'own-bank',
      'changelog',
    ],
  },
  {
    title: { en: 'Running it', ru: 'Эксплуатация' },
    pages: ['settings', 'stores', 'https', 'operations'],
  },
  {
    title: { en: 'Recipes', ru: 'Рецепты' },
    pages: [
      'recipes/README',
      ...['node-test', 'ava', 'vitest', 'jest', 'nestjs', 'playwright'].map((name) => `recipes/${name}/README`),
      ...['python', 'php', 'phpunit', 'ruby', 'java', 'go'].map((name) => `recipes/${name}/README`),
      'recipes/callback-receiver/README',
      ...['testcontainers', 'compose', 'https', 'github-actions', 'woocommerce', 'opencart'].map(
        (name) => `recipes/${name}/README`,
      ),
    ],
    isClosed: true,
  },
  {
    title: { en: 'Contract', ru: 'Контракт' },
    pages: ['contract-testing', 'contract'],
  },
];

/** The pages that open the site. They are in no group. */
export const homePage = 'README';

/** Pages for those who change tillbox: not on the site. The first parts of their names. */
export const contributorPages = ['architecture', 'performance', 'decisions/'];

/** Pages that have no Russian twin: the Russian menu leads to the English ones. The first parts of their names. */
export const englishOnly: readonly string[] = [];

const fileOf = (page: string): string => path.join(docs, `${page}.md`);

export const hasTwin = (page: string): boolean => existsSync(fileOf(`ru/${page}`));

/** The page in a language, `ru/banks`; the English one if there is no other. */
export const inLanguage = (page: string, language: Language): string =>
  language === 'ru' && hasTwin(page) ? `ru/${page}` : page;

/** The first heading of a page. */
export const titleOf = (page: string): string => {
  const [, title] = /^# (.+)$/m.exec(readFileSync(fileOf(page), 'utf8')) ?? [];
  if (title === undefined) throw new Error(`docs/${page}.md: expected a heading`);
  return title.replaceAll('`', '');
};

/** The address of a page below the base of the site: `/banks`, `/recipes/go/`. */
export const addressOf = (page: string): string => `/${page.replace(/(^|\/)README$/, '$1')}`;

/** The groups that have pages, in a language. */
export const menuOf = (language: Language) =>
  groups
    .filter(({ pages }) => pages.length > 0)
    .map(({ title, pages, isClosed = false }) => ({
      title: title[language],
      isClosed,
      pages: pages.map((page) => inLanguage(page, language)),
    }));
