import type { Language } from '../../domain/order.ts';

/** Codes that clients send for a language that has texts here; country codes among them come from the vendor's shop plugins. */
const spellings: Readonly<Record<string, Language>> = {
  en: 'en',
  ru: 'ru',
  kk: 'kk',
  kz: 'kk',
  ua: 'ru',
  uk: 'ru',
  by: 'ru',
  be: 'ru',
};

/** The language to answer in; one without texts falls back. */
export const languageOf = (code: string | undefined, fallback: Language): Language =>
  (code === undefined ? undefined : spellings[code.slice(0, 2).toLowerCase()]) ?? fallback;
