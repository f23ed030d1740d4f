import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Language, Order } from '../domain/orders/order.ts';
import { type FurtherLanguage, type PageLanguage, pageLanguages } from '../domain/page-language.ts';

/** The languages by their own names. */
export const pageLanguageNames: Readonly<Record<PageLanguage, string>> = {
  en: 'English',
  ru: 'Русский',
  kk: 'Қазақша',
  ro: 'Română',
  fr: 'Français',
  ar: 'العربية',
  bg: 'Български',
  hy: 'Հայերեն',
  el: 'Ελληνικά',
  uk: 'Українська',
  be: 'Беларуская',
  de: 'Deutsch',
  it: 'Italiano',
  es: 'Español',
  az: 'Azərbaycanca',
};

/** Codes of countries that clients send for a language. Source: the vendor's shop plugins, and manuals of banks. */
export const countrySpellings: Readonly<Record<string, PageLanguage>> = {
  kz: 'kk',
  ua: 'uk',
  by: 'be',
  am: 'hy',
  gr: 'el',
};

const spellings: Readonly<Record<string, PageLanguage>> = {
  ...Object.fromEntries(pageLanguages.map((language) => [language, language])),
  ...countrySpellings,
};

/** The language of a page; a code without texts falls back. */
export const pageLanguageOf = (code: string | undefined, fallback: PageLanguage): PageLanguage =>
  (code === undefined ? undefined : knownLanguage(code)) ?? fallback;

/** The language of a code, which may be that of a country; undefined without texts. */
export const knownLanguage = (code: string): PageLanguage | undefined => {
  const short = code.slice(0, 2).toLowerCase();
  return Object.hasOwn(spellings, short) ? spellings[short] : undefined;
};

/** The language in which an order was registered. */
export const pageLanguageOfOrder = ({
  language,
  languageCode,
}: Pick<Order, 'language' | 'languageCode'>): PageLanguage => pageLanguageOf(languageCode, language);

/** The languages of a bank that have texts here, each once, in the bank's order. */
export const pageLanguagesOf = ({ languages }: { readonly languages: readonly string[] }): readonly PageLanguage[] => [
  ...new Set(languages.flatMap((code) => knownLanguage(code) ?? [])),
];

/** A code as a bank spells it, which may have the code of a country for the language; undefined if it does not have it. */
export const spelledAs = (languages: readonly string[], code: string): string | undefined => {
  if (languages.includes(code)) return code;
  const language = knownLanguage(code);
  return language && languages.find((other) => knownLanguage(other) === language);
};

/** The attributes of `<html>`. */
export const htmlAttributes = (language: PageLanguage): string =>
  `lang="${language}"${language === 'ar' ? ' dir="rtl"' : ''}`;

/** For `Intl`: the digits of Algeria are those of Europe. */
export const localeOf = (language: PageLanguage): string =>
  language === 'en' ? 'en-GB' : language === 'ar' ? 'ar-DZ' : language;

/** Makes something for each language when it is first asked for. */
export const onceFor = <Thing>(make: (language: PageLanguage) => Thing): ((language: PageLanguage) => Thing) => {
  const made = new Map<PageLanguage, Thing>();
  return (language) => {
    if (made.has(language)) return made.get(language) as Thing;
    const thing = make(language);
    made.set(language, thing);
    return thing;
  };
};

type Texts = Readonly<Record<string, string>>;

/** Writes moments of UTC. The engine takes a millisecond to make one, so each is made once. */
export const timeFormat = (options: Intl.DateTimeFormatOptions): ((language: PageLanguage) => Intl.DateTimeFormat) =>
  onceFor((language) => new Intl.DateTimeFormat(localeOf(language), { ...options, timeZone: 'UTC' }));

const textsIn = onceFor(
  (language): Texts =>
    JSON.parse(readFileSync(path.join(import.meta.dirname, 'page-languages', `${language}.json`), 'utf8')),
);

export const isFurther = (language: PageLanguage): language is FurtherLanguage =>
  language !== 'en' && language !== 'ru' && language !== 'kk';

/** The further languages in which answers have their texts too; in the others they stay English, or Russian. */
export const answerLanguages: readonly PageLanguage[] = ['ro', 'fr', 'ar', 'hy'];

/** The text of a row in a language; without a row, in the language that stands in for it. */
export const textIn = (row: Readonly<Record<Language, string>>, language: PageLanguage): string =>
  isFurther(language) ? (textsIn(language)[row.en] ?? row[textLanguageOf(language)]) : row[language];

/** The text of a row in an answer: a further language has it only if all answers have their texts in it. */
export const answerTextIn = (row: Readonly<Record<Language, string>>, language: PageLanguage): string =>
  textIn(row, answerLanguages.includes(language) ? language : textLanguageOf(language));

/** The language of texts for testers, and of texts of calls, that a page shows. */
export const textLanguageOf = (language: PageLanguage): Language => {
  if (!isFurther(language)) return language;
  return language === 'uk' || language === 'be' ? 'ru' : 'en';
};
