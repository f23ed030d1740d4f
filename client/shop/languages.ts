import type { IncomingMessage } from 'node:http';

/** The languages of the shop. */
export const languages = { en: 'English', ru: 'Русский', kk: 'Қазақша' } as const;

export type ShopLanguage = keyof typeof languages;

/** A text in each language. */
export type Wording = Readonly<Record<ShopLanguage, string>>;

const cookieName = 'tillbox_shop_language';

export const readLanguage = (text: unknown): ShopLanguage | undefined =>
  typeof text === 'string' && Object.hasOwn(languages, text) ? (text as ShopLanguage) : undefined;

/** The language that the customer chose before, or else that of the browser. */
export const languageOf = ({ headers }: IncomingMessage): ShopLanguage => {
  const chosen = new RegExp(`(?:^|;)\\s*${cookieName}=(\\w+)`).exec(headers.cookie ?? '')?.[1];
  return readLanguage(chosen) ?? preferred(headers['accept-language'] ?? '');
};

/** Keeps a choice for a year. No script needs it. */
export const languageCookie = (language: ShopLanguage): string =>
  `${cookieName}=${language}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly`;

/** Source: RFC 9110, 12.5.4. */
const preferred = (header: string): ShopLanguage => {
  const wanted = header.split(',').flatMap((entry) => {
    const [code = '', ...parameters] = entry.split(';').map((part) => part.trim().toLowerCase());
    const language = readLanguage(code.slice(0, 2));
    const quality = Number(parameters.find((part) => part.startsWith('q='))?.slice(2) ?? 1);
    return language && quality > 0 ? [{ language, quality }] : [];
  });
  return wanted.toSorted((one, other) => other.quality - one.quality)[0]?.language ?? 'en';
};
