import {
  isFurther,
  knownLanguage,
  pageLanguageOf,
  pageLanguagesOf,
  textLanguageOf,
} from '../../data/page-languages.ts';
import type { Language } from '../../domain/orders/order.ts';
import type { PageLanguage } from '../../domain/page-language.ts';

/** The language of texts for a code; undefined if its language has none, and none stands in for it. */
const textLanguage = (code: string): Language | undefined => {
  const language = knownLanguage(code);
  if (language === undefined || !isFurther(language)) return language;
  return textLanguageOf(language) === 'ru' ? 'ru' : undefined;
};

/** The language to answer in; one without texts falls back. */
export const languageOf = (code: string | undefined, fallback: Language): Language =>
  (code === undefined ? undefined : textLanguage(code)) ?? fallback;

/** The language of the texts of an answer: English, Russian and Kazakh at every bank, others where the bank has them. */
export const answerLanguageOf = (
  code: string | undefined,
  bank: { readonly languages: readonly string[]; readonly defaultLanguage: Language },
): PageLanguage => {
  const known = pageLanguageOf(code, bank.defaultLanguage);
  return isFurther(known) && !pageLanguagesOf(bank).includes(known) ? languageOf(code, bank.defaultLanguage) : known;
};

/** The languages of a bank that have texts here, each once, in the bank's order. */
export const languagesOf = ({ languages }: { readonly languages: readonly string[] }): readonly Language[] => [
  ...new Set(languages.flatMap((code) => textLanguage(code) ?? [])),
];

/** The first language of an `Accept-Language` header that has texts here, by the reader's preference. Source: RFC 9110, 12.5.4. */
export const preferredLanguage = (header: string | undefined, fallback: Language): Language => {
  const wanted = (header ?? '').split(',').map((entry) => {
    const [code = '', ...parameters] = entry.trim().split(';');
    const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/i.exec(parameter)?.[1]).find(Boolean);
    return { code, quality: quality === undefined ? 1 : Number(quality) };
  });
  const known = wanted.filter(({ code, quality }) => quality > 0 && textLanguage(code) !== undefined);
  const [best] = known.toSorted((one, other) => other.quality - one.quality);
  return best === undefined ? fallback : languageOf(best.code, fallback);
};
