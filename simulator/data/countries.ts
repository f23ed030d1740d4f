import type { Language } from '../domain/order.ts';

type Names = Readonly<Record<Language, string>>;

/** Countries of the banks that have a profile. Source: ISO 3166-1; short names as in common use. */
export const countries: Readonly<Record<string, Names>> = {
  AM: { en: 'Armenia', ru: 'Армения', kk: 'Армения' },
  BG: { en: 'Bulgaria', ru: 'Болгария', kk: 'Болгария' },
  CH: { en: 'Switzerland', ru: 'Швейцария', kk: 'Швейцария' },
  CY: { en: 'Cyprus', ru: 'Кипр', kk: 'Кипр' },
  DZ: { en: 'Algeria', ru: 'Алжир', kk: 'Алжир' },
  KZ: { en: 'Kazakhstan', ru: 'Казахстан', kk: 'Қазақстан' },
  RO: { en: 'Romania', ru: 'Румыния', kk: 'Румыния' },
  RU: { en: 'Russia', ru: 'Россия', kk: 'Ресей' },
};

/** Recorded as `<Unknown>` and `<Неизвестно>`. */
export const unknownCountry: Names = { en: '<Unknown>', ru: '<Неизвестно>', kk: '<Белгісіз>' };
