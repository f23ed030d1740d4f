import type { Language } from '../domain/order.ts';

type Names = Readonly<Record<Language, string>>;

const namesIn: Readonly<Record<Language, Intl.DisplayNames>> = {
  en: new Intl.DisplayNames('en', { type: 'region' }),
  ru: new Intl.DisplayNames('ru', { type: 'region' }),
  kk: new Intl.DisplayNames('kk', { type: 'region' }),
};

/** The name of a country by its code, ISO 3166 alpha-2. Source: Unicode CLDR, as Node has it. */
export const countryName = (code: string, language: Language): string => namesIn[language].of(code) ?? code;

/** Recorded as `<Unknown>` and `<Неизвестно>`. */
export const unknownCountry: Names = { en: '<Unknown>', ru: '<Неизвестно>', kk: '<Белгісіз>' };
