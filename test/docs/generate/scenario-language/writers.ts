import { existsSync } from 'node:fs';
import path from 'node:path';
import { russianText } from '../russian/russian-text.ts';
import { russianLanguage } from '../russian/scenario-language.ts';
import type { Language, Writer } from './page.ts';
import { stepTexts } from './step-texts.ts';

const russianPages = path.join(import.meta.dirname, '../../../../docs/ru');

/** Links of a Russian page lead to Russian pages, or to the English one if there is none. */
const withRussianLinks = (text: string): string =>
  text.replaceAll(/\]\(([\w-]+\.md)\)/g, (link, page: string) =>
    existsSync(path.join(russianPages, page)) ? link : `](../${page})`,
  );

/** The writers of the page, by language. */
export const writers: Readonly<Record<Language, Writer>> = {
  en: { language: 'en', say: (english) => english },
  ru: { language: 'ru', say: (english) => withRussianLinks(russianText([...russianLanguage, ...stepTexts], english)) },
};
