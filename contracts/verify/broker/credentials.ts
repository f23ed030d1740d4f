import { BrokerError } from './broker-error.ts';
import type { BrokerAccess } from './broker-options.ts';

export interface Credentials {
  readonly headers: Readonly<Record<string, string>>;
  /** What they are called in a sentence; absent if there are none. */
  readonly called?: string;
  /** The text without them. */
  readonly hide: (text: string) => string;
}

/** The credentials for a broker, from the options or its address. @throws BrokerError if there are two kinds */
export const credentialsOf = ({ token = '', ...access }: BrokerAccess, base: URL): Credentials => {
  const username = access.username || decodeURIComponent(base.username);
  const password = access.password || decodeURIComponent(base.password);
  if (token !== '' && username !== '')
    throw new BrokerError('the broker: expected a token, or a user name with a password, but there are both');
  if (password !== '' && username === '') throw new BrokerError('the broker: there is a password, but no user name');
  if (token !== '') return { headers: bearer(token), called: 'token', hide: hiding(token) };
  if (username === '') return { headers: {}, hide: (text) => text };
  const basic = Buffer.from(`${username}:${password}`).toString('base64');
  return {
    headers: { authorization: `Basic ${basic}` },
    called: 'user name and password',
    hide: hiding(basic, password),
  };
};

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

const hiding =
  (...secrets: readonly string[]) =>
  (text: string): string =>
    secrets.filter((secret) => secret !== '').reduce((rest, secret) => rest.replaceAll(secret, '***'), text);
