import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import test from 'ava';

const root = join(import.meta.dirname, '../..');
const pages = ['*.md', 'docs/**/*.md', 'contracts/*.md'].flatMap((pattern) => globSync(pattern, { cwd: root }));

/** The text of a page without its fenced blocks. */
const proseOf = (page: string): string =>
  readFileSync(join(root, page), 'utf8').replaceAll(/^( *)```[\s\S]*?^\1```$/gm, '');

/** The anchor that GitHub gives to a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}_ -]/gu, '')
    .replaceAll(' ', '-');

const anchorsOf = (page: string): readonly string[] =>
  [...proseOf(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));

/** The links of a page to headings of this page or another one. */
const linksOf = (page: string) =>
  [...proseOf(page).matchAll(/\]\((?!https?:)([^)#]*)#([^)]+)\)/g)].map(([, file = '', anchor = '']) => ({
    page,
    target: file === '' ? page : join(dirname(page), file),
    anchor: decodeURI(anchor),
  }));

test('anchors are those of GitHub', (t) => {
  t.deepEqual(['Start, ready, stop', 'Что не удалось выполнить', '`verify` of API_2'].map(anchorOf), [
    'start-ready-stop',
    'что-не-удалось-выполнить',
    'verify-of-api_2',
  ]);
});

test('every heading that a page links to is there', (t) => {
  const links = pages.flatMap(linksOf);
  const known = new Map(pages.map((page) => [page, anchorsOf(page)]));

  t.true(links.length > 40);
  t.deepEqual(
    links.filter(({ target, anchor }) => existsSync(join(root, target)) && !known.get(target)?.includes(anchor)),
    [],
  );
});
