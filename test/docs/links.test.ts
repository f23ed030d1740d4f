import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'ava';
import { slugOf } from '../../docs/.vitepress/slug.ts';
import { markdownPages } from '../helpers/docs/markdown-pages.ts';
import { brokenLinks, type Files } from './broken-links.ts';

const root = path.join(import.meta.dirname, '../..');

const repository: Files = {
  isThere: (file) => existsSync(path.join(root, file)),
  textOf: (page) => readFileSync(path.join(root, page), 'utf8'),
};

test('every link of a page leads to a file and a heading that are there', (t) => {
  const pages = markdownPages();

  t.true(pages.length > 50);
  t.deepEqual(
    pages.flatMap((page) => brokenLinks(page, repository)),
    [],
  );
});

test('anchors are those of GitHub', (t) => {
  t.deepEqual(['Start, ready, stop', 'Что не удалось выполнить', '`verify` of API_2', '3-D Secure'].map(slugOf), [
    'start-ready-stop',
    'что-не-удалось-выполнить',
    'verify-of-api_2',
    '3-d-secure',
  ]);
});

/** Pages with links; the last is the one that is looked at. */
const siteWith = (text: string): Files => {
  const pages = new Map([
    ['README.md', '# Start\n'],
    ['docs/other.md', '# Other\n\n## `a.do`, twice\n\n## `a.do`, twice\n\n```sh\n# no heading\n```\n'],
    ['docs/page.md', text],
  ]);
  return {
    isThere: (file) => pages.has(file) || file === 'docs/images/x.png',
    textOf: (page) => pages.get(page) ?? '',
  };
};

const right = [
  '[x](other.md)',
  '[x](other.md "title")',
  '[x](../README.md#start)',
  '[x](other.md#ado-twice-1)',
  '## Here\n\n[x](#here)',
  '![x](images/x.png)',
  '[x][y]\n\n[y]: other.md',
  '[x](https://www.rfc-editor.org/rfc/rfc9457)',
  '[x](https://docs.pact.io)',
  '[x](https://github.com/owner/shop.example)',
  '`[x](none.md)`',
  '```md\n[x](none.md)\n```\n',
];
for (const text of right)
  test(`is a right link: ${text}`, (t) => {
    t.deepEqual(brokenLinks('docs/page.md', siteWith(text)), []);
  });

const wrong: readonly (readonly [text: string, link: string, complaint: string])[] = [
  ['[x](none.md)', 'none.md', 'leads to no file'],
  ['[`code`](none.md)', 'none.md', 'leads to no file'],
  ['[x](README.md)', 'README.md', 'leads to no file'],
  ['![x](images/none.png)', 'images/none.png', 'leads to no file'],
  ['[x][y]\n\n[y]: none.md', 'none.md', 'leads to no file'],
  ['[x]()', '', 'leads nowhere'],
  ['[x](/docs/other.md)', '/docs/other.md', 'begins at the root of GitHub, not of the repository'],
  ['[x](other.md#none)', 'other.md#none', 'leads to no heading'],
  ['[x](other.md#no-heading)', 'other.md#no-heading', 'leads to no heading'],
  ['[x](other.md#ado-twice-2)', 'other.md#ado-twice-2', 'leads to no heading'],
  ['[x](#none)', '#none', 'leads to no heading'],
  ['[x](https:/docs.pact.io)', 'https:/docs.pact.io', 'is no address of the web'],
  ['[x](https://docs.pact.io.)', 'https://docs.pact.io.', 'is no address of the web'],
  ['[x](https://)', 'https://', 'is no address of the web'],
  ['[x](https://a.b/c d)', 'https://a.b/c d', 'is no address of the web'],
  ['[x](file:///docs/other.md)', 'file:///docs/other.md', 'is no address of the web'],
];
for (const [text, link, complaint] of wrong)
  test(`is a broken link: ${text}`, (t) => {
    t.deepEqual(brokenLinks('docs/page.md', siteWith(text)), [`docs/page.md: ${link}: ${complaint}`]);
  });
