import type { PageLanguage } from '../domain/page-language.ts';
import { answerTextIn, localeOf, onceFor } from './page-languages.ts';

const namesIn = onceFor((language) => new Intl.DisplayNames(localeOf(language), { type: 'region' }));

/** The name of a country by its code, ISO 3166 alpha-2. Source: Unicode CLDR, as Node has it. */
export const countryName = (code: string, language: PageLanguage): string => namesIn(language).of(code) ?? code;

/** Recorded as `<Unknown>` and `<Неизвестно>`. */
const unknown = { en: '<Unknown>', ru: '<Неизвестно>', kk: '<Белгісіз>' };

/** The name of the country of a card that nobody has seen. */
export const unknownCountry = (language: PageLanguage): string => answerTextIn(unknown, language);
