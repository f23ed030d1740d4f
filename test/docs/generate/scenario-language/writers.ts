import { russianText } from '../russian/russian-text.ts';
import { russianLanguage } from '../russian/scenario-language.ts';
import type { Language, Writer } from './page.ts';

/** The writers of the page, by language. */
export const writers: Readonly<Record<Language, Writer>> = {
  en: { language: 'en', say: (english) => english },
  ru: { language: 'ru', say: (english) => russianText(russianLanguage, english) },
};
