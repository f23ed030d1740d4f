import { type DefaultTheme, defineConfigWithTheme } from 'vitepress';
import { links } from './links.ts';
import {
  addressOf,
  contributorPages,
  groups,
  hasTwin,
  homePage,
  inLanguage,
  type Language,
  menuOf,
  titleOf,
} from './pages.ts';
import { recipeFiles } from './recipe-files.ts';
import { slugOf } from './slug.ts';
import { surroundings } from './surroundings.ts';
import { tabs } from './tabs.ts';
import type { OwnSettings } from './theme/lead-to-english.ts';
import { notFound, russianSearch, russianWords } from './words.ts';

const { version, others, repository } = surroundings();

/** A square in the colour of the pages. */
const icon =
  "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'><rect width='8' height='8' rx='2' fill='%230c5c55'/></svg>";

const linkTo = (page: string) => ({ text: titleOf(page), link: addressOf(page) });

const themeIn = (language: Language, words: { readonly source: string }): DefaultTheme.Config => ({
  nav: [
    {
      text: version,
      items: [
        linkTo(inLanguage('changelog', language)),
        ...(repository ? [{ text: words.source, link: repository.url }] : []),
        ...others.map(({ name, url }) => ({ text: name, link: url })),
      ],
    },
  ],
  sidebar: menuOf(language).map(({ title, isClosed, pages }) => ({
    text: title,
    collapsed: isClosed,
    items: pages.map(linkTo),
  })),
});

export default defineConfigWithTheme<DefaultTheme.Config & OwnSettings>({
  title: 'tillbox',
  head: [['link', { rel: 'icon', href: icon }]],
  srcExclude: contributorPages.map((start) => (start.endsWith('/') ? `${start}**` : `${start}.md`)),
  rewrites: { 'README.md': 'index.md', ':folder(.+)/README.md': ':folder/index.md' },
  outDir: '../dist/site',
  cacheDir: '../node_modules/.cache/vitepress',
  metaChunk: true,
  vite: { build: { target: 'es2022' } },
  markdown: {
    anchor: { slugify: slugOf },
    headers: { level: [2] },
    config: (markdown) => {
      for (const plugin of [recipeFiles, links(repository), tabs]) plugin(markdown);
    },
  },
  transformPageData: ({ filePath, headers }) => {
    const isHome = filePath === `${homePage}.md` || filePath === `ru/${homePage}.md`;
    if (isHome) return { frontmatter: { aside: false, prev: false, next: false, pageClass: 'home' } };
    // A page without an outline has all the width for its tables.
    return headers.length === 0 ? { frontmatter: { aside: false } } : undefined;
  },
  locales: {
    root: { label: 'English', lang: 'en', themeConfig: { ...themeIn('en', { source: 'Source' }), notFound } },
    ru: {
      label: 'Русский',
      lang: 'ru',
      themeConfig: { ...themeIn('ru', { source: 'Исходный код' }), ...russianWords },
    },
  },
  themeConfig: {
    search: { provider: 'local', options: { locales: { ru: { translations: russianSearch } } } },
    englishOnly: groups.flatMap(({ pages }) => pages.filter((page) => !hasTwin(page)).map(addressOf)),
  },
});
