/** Answers of a server that does not know the address, or wants another one. */
const answersOfStrangers: ReadonlySet<number> = new Set([301, 302, 303, 307, 308, 404, 405, 410]);

/** The problem in words, if a status says that the address is none of a gateway. `expected`: the address that was. */
export const wrongAddressOf = (status: number, url: string, expected: string): string | undefined =>
  answersOfStrangers.has(status) ? answered(`HTTP ${status}`, url, expected) : undefined;

/** `http://127.0.0.1:8080 answers HTTP 404 at /register.do: the base address ends with /payment/rest/`. */
const answered = (what: string, url: string, expected: string): string => {
  const { origin, pathname } = new URL(url);
  return `${origin} answers ${what} at ${pathname}: ${expected}`;
};

/** The base address that a call expected. */
export const expectedBase = ({ origin, pathname }: URL): string =>
  pathname.endsWith('/rest/')
    ? `expected a gateway with this base address: ${origin}${pathname}`
    : 'the base address ends with /payment/rest/';

export const isPage = (text: string): boolean =>
  text
    .replace(/^\uFEFF/, '')
    .trimStart()
    .startsWith('<');

/** The problem in words, if the answer is a page. */
export const pageInstead = (url: string, expected: string, text: string): string =>
  `${answered('a page, not JSON', url, expected)}: ${text.trim().slice(0, 120)}`;
