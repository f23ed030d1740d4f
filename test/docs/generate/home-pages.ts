import { readFileSync } from 'node:fs';
import path from 'node:path';
import { docs, homePage, type Language, menuOf, titleOf } from '../../../docs/.vitepress/pages.ts';

export interface HomePage {
  readonly file: string;
  readonly text: string;
  /** Its text with the lists of pages as they are now. */
  readonly current: string;
}

/** The first pages of the site, which list all pages. */
export const homePages = (): readonly HomePage[] =>
  (['en', 'ru'] as const).map((language) => {
    const file = path.join(docs, language === 'en' ? '' : language, `${homePage}.md`);
    const text = readFileSync(file, 'utf8');
    const current = text.replace(/(<!-- pages -->\n)[\s\S]*(<!-- \/pages -->)/, (_, start, end) =>
      [start, ...listsIn(language, path.dirname(file)), end].join('\n'),
    );
    return { file, text, current };
  });

/** A heading and a list for each group; one that the menu keeps closed is its first page. */
const listsIn = (language: Language, folder: string): readonly string[] =>
  menuOf(language).flatMap(({ title, pages, isClosed }) => [
    `## ${title}`,
    '',
    ...(isClosed ? pages.slice(0, 1) : pages).map((page) => `- [${titleOf(page)}](${linkTo(page, folder)})`),
    '',
  ]);

const linkTo = (page: string, folder: string): string => path.relative(folder, path.join(docs, `${page}.md`));
