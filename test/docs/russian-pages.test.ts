import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import test from 'ava';
import { blocksIn } from '../helpers/process/shell-blocks.ts';

const root = join(import.meta.dirname, '../..');
const find = (pattern: string) => globSync(pattern, { cwd: root }).toSorted();
const read = (page: string) => readFileSync(join(root, page), 'utf8');

const russianPages = find('docs/ru/**/*.md');
const englishOf = (page: string) => page.replace('docs/ru/', 'docs/');
const russianOf = (page: string) => page.replace('docs/', 'docs/ru/');

/** The headings and the sentences of a page, without its blocks. */
const proseOf = (page: string) => read(page).replaceAll(/^( *)```[\s\S]*?^\1```$/gm, '');
const headingsOf = (page: string) => (proseOf(page).match(/^#+(?= )/gm) ?? []).map((signs) => signs.length);

/** The files that a page links to, relative to the root. */
const linksOf = (page: string) =>
  [...proseOf(page).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link = '']) => join(dirname(page), link));

test('each task has a page in both languages, and each Russian page an English one', (t) => {
  const tasks = find('docs/tasks/*.md');

  t.true(tasks.length > 0);
  t.deepEqual(find('docs/ru/tasks/*.md'), tasks.map(russianOf));
  t.deepEqual(
    russianPages.filter((page) => !existsSync(join(root, englishOf(page)))),
    [],
  );
});

for (const page of russianPages) {
  test(`${page} has the blocks, headings and links of the English page`, (t) => {
    const english = englishOf(page);

    t.deepEqual(blocksIn(page), blocksIn(english));
    t.deepEqual(headingsOf(page), headingsOf(english));
    t.deepEqual(linksOf(page).map(englishOf).toSorted(), linksOf(english).toSorted());
  });

  test(`${page} links to Russian pages, if there are any`, (t) => {
    const english = linksOf(page).filter((link) => link.startsWith('docs/') && !link.startsWith('docs/ru/'));

    t.deepEqual(
      english.filter((link) => existsSync(join(root, russianOf(link)))),
      [],
    );
  });
}
