import type { Language } from './orders/order.ts';

/** The languages of the pages for payers. Texts of calls, and pages for testers, have those of `Language` alone. */
export const pageLanguages = [
  'en',
  'ru',
  'kk',
  'ro',
  'fr',
  'ar',
  'bg',
  'hy',
  'el',
  'uk',
  'be',
  'de',
  'it',
  'es',
  'az',
] as const;

export type PageLanguage = (typeof pageLanguages)[number];

/** Those whose texts lie in a file each, which is read when the first page asks for it. */
export type FurtherLanguage = Exclude<PageLanguage, Language>;
