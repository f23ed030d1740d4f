import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import test from 'ava';
import type { Page } from 'playwright-core';
import { addressOf, groups, hasTwin, inLanguage, titleOf } from '../../docs/.vitepress/pages.ts';
import { testsInBrowser } from '../browser/browser-test.ts';
import { installPacked, startDocs } from '../helpers/process/packed.ts';
import { brokenBuiltLinks, foreignFiles, readSite } from './built-links.ts';

const root = path.join(import.meta.dirname, '../..');

/** The package as `npm pack` makes it: the site is built on the way. */
const installing = installPacked({ withSite: true });
test.after.always('the folder is removed', async () => (await installing).remove());

const siteFolder = async (): Promise<string> => path.join((await installing).folder, 'node_modules/tillbox/dist/site');

const textOf = async (file: string): Promise<string> => readFileSync(path.join(await siteFolder(), file), 'utf8');

/** Without tags, as a reader sees it. */
const wordsIn = (html: string): string =>
  html
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

const pages = groups.flatMap((group) => group.pages);
const fileOf = (page: string): string => `${addressOf(page).slice(1)}.html`.replace(/\/\.html$/, '/index.html');

test('every page of the menu is built, in both languages', async (t) => {
  const site = readSite(await siteFolder());

  const expected = pages.flatMap((page) => [page, ...(hasTwin(page) ? [inLanguage(page, 'ru')] : [])]).map(fileOf);
  t.deepEqual(
    [...site.keys()].filter((file) => file.endsWith('.html')).toSorted(),
    [...expected, 'index.html', 'ru/index.html', '404.html'].toSorted(),
  );
  for (const page of pages) t.true(wordsIn(site.get(fileOf(page)) ?? '').includes(titleOf(page)), page);
});

test('every link of the built site leads to a page and a heading that are there', async (t) => {
  t.deepEqual(brokenBuiltLinks(readSite(await siteFolder()), '/'), []);
});

test('the built site loads nothing from other hosts', async (t) => {
  t.deepEqual(foreignFiles(readSite(await siteFolder())), []);
});

test('a link to a file of the repository is plain text while no address of it is known', async (t) => {
  const { repository } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  if (repository || process.env['GITHUB_REPOSITORY']) {
    t.regex(await textOf('scenarios.html'), /<a href="https:[^"]+\/tree\/[^"]+\/scenarios"/);
    return;
  }
  t.true(wordsIn(await textOf('scenarios.html')).includes('scenarios/'));
  t.notRegex(await textOf('scenarios.html'), /<a href="[^"]*scenarios\/?"[^>]*>[^<]*scenarios\//);
});

test('a recipe shows every file of its folder', async (t) => {
  for (const page of pages.filter((one) => /^recipes\/[^/]+\//.test(one))) {
    const words = wordsIn(await textOf(fileOf(page)));
    const folder = path.join(root, 'docs', path.dirname(page));
    for (const name of readdirSync(folder).filter((file) => file !== 'README.md')) {
      t.true(words.includes(name), `${page}: ${name}`);
      t.true(words.includes(readFileSync(path.join(folder, name), 'utf8').trim()), `${page}: ${name}`);
    }
  }
});

/** The labels of blocks in a row, of which there are at least two. */
const labelsIn = (markdown: string): readonly (readonly string[])[] =>
  [...markdown.matchAll(/(?:^```\w+ \[.+\]\n(?:(?!```).*\n)*```\n\n?){2,}/gm)].map(([row]) =>
    [...row.matchAll(/^```\w+ \[(.+)\]$/gm)].map(([, label = '']) => label),
  );

test('labelled blocks in a row are tabs', async (t) => {
  for (const page of pages.filter((one) => one.startsWith('tasks/'))) {
    const html = await textOf(fileOf(page));
    const shown = [...html.matchAll(/<div class="vp-code-group[\s\S]*?<div class="blocks">/g)].map(([group]) =>
      [...group.matchAll(/data-title="([^"]+)"/g)].map(([, label]) => label),
    );

    // A page about files of CI has no programs.
    t.true(shown.length > 0 || page === 'tasks/ci', page);
    t.deepEqual(shown, labelsIn(readFileSync(path.join(root, `docs/${page}.md`), 'utf8')), page);
  }
});

test('the package holds the site, and nothing of its tools', async (t) => {
  const { folder, tarball } = await installing;
  const files = readdirSync(path.join(folder, 'node_modules/tillbox'), { recursive: true, encoding: 'utf8' });

  t.true(files.includes(path.join('dist', 'site', 'ru', 'index.html')));
  t.deepEqual(
    files.filter((file) => /node_modules|\.vitepress|^docs.package/.test(file)),
    [],
  );
  // The program stands in it twice, for import and for require, and the site with its pictures takes a third.
  t.true(statSync(tarball).size < 7_000_000, `${statSync(tarball).size} bytes`);
});

const browserTest = testsInBrowser();

/** Addresses of other hosts that a page asks for. */
const foreignRequests = (page: Page, url: string): readonly string[] => {
  const asked: string[] = [];
  page.context().on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('data:')) asked.push(request.url());
  });
  return asked;
};

browserTest('no page is wider than a phone', async ({ t, newPage }) => {
  const url = await startDocs(t, (await installing).folder);
  const page = await newPage({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
  const wide: string[] = [];

  for (const file of [...readSite(await siteFolder()).keys()].filter((name) => name.endsWith('.html'))) {
    await page.goto(url + file.replace('404.html', ''), { waitUntil: 'load' });
    const width = await page.evaluate<number>('document.documentElement.scrollWidth');
    if (width > 360) wide.push(`${file}: ${width}`);
  }

  t.deepEqual(wide, []);
});

browserTest('the bar at the top fits into screens of every width', async ({ t, newPage }) => {
  const url = await startDocs(t, (await installing).folder);
  const page = await newPage();
  const outside: string[] = [];

  await page.goto(`${url}ru/`, { waitUntil: 'networkidle' });
  for (const width of [360, 768, 960, 1280, 1920]) {
    await page.setViewportSize({ width, height: 740 });
    for (const part of await page.locator('.VPNavBar :is(a, button, [role=switch])').all()) {
      const box = await part.boundingBox();
      if (box && box.width > 0 && (box.x < 0 || box.x + box.width > width))
        outside.push(`${width}: ${await part.getAttribute('class')}`);
    }
  }

  t.deepEqual(outside, []);
});

for (const { language, word, heading } of [
  { language: '', word: 'reverse proxy', heading: 'Behind a reverse proxy' },
  { language: 'ru/', word: 'обратный прокси', heading: 'За обратным прокси' },
])
  browserTest(`the search finds ${word}, without another host`, async ({ t, newPage }) => {
    const url = await startDocs(t, (await installing).folder);
    const page = await newPage();
    const asked = foreignRequests(page, url);

    await page.goto(url + language, { waitUntil: 'networkidle' });
    await page.locator('.DocSearch-Button').click();
    await page.locator('.VPLocalSearchBox input').fill(word);
    await page.locator('.VPLocalSearchBox .result', { hasText: heading }).first().click();
    await page.locator('h2', { hasText: heading }).waitFor();

    t.true(page.url().startsWith(url + language), page.url());
    t.deepEqual(asked, []);
  });

browserTest('a tab that was chosen is shown in other blocks, on other pages, and later', async ({ t, newPage }) => {
  const url = await startDocs(t, (await installing).folder);
  const page = await newPage();
  const shown = () => page.locator('.vp-code-group .blocks > .active .lang').allTextContents();

  await page.goto(`${url}tasks/first-payment.html`, { waitUntil: 'networkidle' });
  t.true((await shown()).includes('sh'));
  await page.locator('.vp-code-group label', { hasText: 'Python' }).last().click();
  t.deepEqual([...new Set(await shown())], ['python']);

  await page.locator('.VPSidebar a', { hasText: titleOf('tasks/decline') }).click();
  await page.locator('h1', { hasText: titleOf('tasks/decline') }).waitFor();
  t.deepEqual([...new Set(await shown())], ['python']);
  await page.reload({ waitUntil: 'networkidle' });
  t.deepEqual([...new Set(await shown())], ['python']);
  await page.locator('.vp-code-group label', { hasText: 'curl' }).last().click();
  t.deepEqual([...new Set(await shown())], ['sh']);
});

browserTest('the menu of languages leads to the same page in the other language', async ({ t, newPage }) => {
  const url = await startDocs(t, (await installing).folder);
  const page = await newPage();
  const toRussian = async (from: string): Promise<string> => {
    await page.goto(url + from, { waitUntil: 'networkidle' });
    await page.locator('.VPNavBarTranslations button').hover();
    await page.locator('.VPNavBarTranslations a', { hasText: 'Русский' }).click();
    await page.waitForLoadState('networkidle');
    return page.url();
  };

  t.is(await toRussian('contract.html'), `${url}ru/contract.html`);
  await page.locator('h1', { hasText: titleOf('ru/contract') }).waitFor();
  for (const untranslated of pages.filter((one) => !hasTwin(one)).slice(0, 1))
    t.is(await toRussian(fileOf(untranslated)), url + fileOf(untranslated));
});

browserTest('the site shows its version and the changes, and a page for wrong addresses', async ({ t, newPage }) => {
  const url = await startDocs(t, (await installing).folder);
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const page = await newPage({ mayReport: /404/, colorScheme: 'dark' });

  await page.goto(url, { waitUntil: 'networkidle' });
  await page.locator('html.dark').waitFor();
  await page.locator('.VPNavBarMenuGroup button', { hasText: `v${version}` }).hover();
  await page.locator('.VPNavBarMenuGroup a', { hasText: titleOf('changelog') }).click();
  await page.locator('h2', { hasText: 'Unreleased' }).waitFor();

  await page.goto(`${url}none.html`, { waitUntil: 'networkidle' });
  await page.locator('h1', { hasText: 'There is no such page' }).waitFor();
});
