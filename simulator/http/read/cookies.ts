import type { IncomingMessage } from 'node:http';

/** The cookies of a request, as they are. Of two with one name, the first one counts. Source: RFC 6265, 5.4. */
export const cookiesOf = ({ headers }: IncomingMessage): ReadonlyMap<string, string> => {
  const cookies = new Map<string, string>();
  for (const pair of (headers.cookie ?? '').split(';')) {
    const at = pair.indexOf('=');
    const name = pair.slice(0, at).trim();
    if (at > 0 && !cookies.has(name)) cookies.set(name, pair.slice(at + 1).trim());
  }
  return cookies;
};
