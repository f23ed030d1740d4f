import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'ava';
import {
  contributorPages,
  docs,
  englishOnly,
  groups,
  hasTwin,
  homePage,
  inLanguage,
  menuOf,
  titleOf,
} from '../../docs/.vitepress/pages.ts';
import { markdownPages } from '../helpers/docs/markdown-pages.ts';
import { homePages } from './generate/home-pages.ts';

const isBelow = (starts: readonly string[], page: string): boolean => starts.some((start) => page.startsWith(start));

/** Every page below docs/, without `.md`. */
const pages = markdownPages()
  .filter((page) => page.startsWith('docs/'))
  .map((page) => page.slice('docs/'.length, -'.md'.length));
const english = pages.filter((page) => !page.startsWith('ru/') && !isBelow(contributorPages, page));
const listed = groups.flatMap((group) => group.pages);

test('every page for users is in the menu of the site, once, and every page of the menu is there', (t) => {
  t.true(english.length > 20);
  t.deepEqual(listed.toSorted(), english.filter((page) => page !== homePage).toSorted());
});

test('every page has a Russian twin, except those that are English only', (t) => {
  t.deepEqual(
    english.filter((page) => hasTwin(page) === isBelow(englishOnly, page)),
    [],
  );
  t.deepEqual(
    pages.filter((page) => page.startsWith('ru/')).map((page) => page.slice('ru/'.length)),
    english.filter(hasTwin),
  );
});

test('each place for contributors has pages, and each that is English only too', (t) => {
  for (const start of [...contributorPages, ...englishOnly])
    t.true(
      pages.some((page) => page.startsWith(start)),
      start,
    );
});

for (const language of ['en', 'ru'] as const)
  test(`the titles of the menu (${language}) are those of the pages, and no two are the same`, (t) => {
    const titles = menuOf(language).flatMap((group) => group.pages.map(titleOf));

    t.is(titles.length, listed.length);
    t.deepEqual(
      titles.filter((title, index) => titles.indexOf(title) !== index),
      [],
    );
  });

test('the Russian menu leads to the Russian page, or to the English one if there is no other', (t) => {
  t.is(inLanguage('changelog', 'ru'), 'ru/changelog');
  t.is(inLanguage('changelog', 'en'), 'changelog');
  t.is(inLanguage('none', 'ru'), 'none');
  t.throws(() => titleOf('none'));
});

test('the first pages list all pages (write them with: npm run docs)', (t) => {
  for (const { file, text, current } of homePages()) t.is(text, current, file);
  t.regex(readFileSync(path.join(docs, 'README.md'), 'utf8'), /^- \[Banks\]\(banks\.md\)$/m);
  t.true(existsSync(path.join(docs, `ru/${homePage}.md`)));
});
