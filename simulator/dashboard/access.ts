import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { cookiesOf } from '../http/read/cookies.ts';
import { newSecret } from '../runtime/ids.ts';
import type { Form } from './page.ts';

/** The cookie with which a form has to come back, so that no other site can send one. */
const formCookie = 'tillbox-form';

/** What the forms of this browser carry; made anew for a browser without one. */
export const formTokenOf = (request: IncomingMessage): { readonly token: string; readonly isNew: boolean } => {
  const known = cookiesOf(request).get(formCookie);
  if (known !== undefined && /^[\w-]{32}$/.test(known)) return { token: known, isNew: false };
  return { token: newSecret(), isNew: true };
};

/** Whether a form was made for the browser that sends it. */
export const isOwnForm = (request: IncomingMessage, { formToken = '' }: Form): boolean => {
  const { token, isNew } = formTokenOf(request);
  return !isNew && formToken.length === token.length && timingSafeEqual(Buffer.from(formToken), Buffer.from(token));
};

/** The header that sets a cookie for this browser's pages of the gateway only. `value` undefined: removes it. */
export const cookieHeader = (name: string, value: string | undefined, isSecure: boolean): string =>
  [
    `${name}=${value ?? ''}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Strict',
    ...(value === undefined ? ['Max-Age=0'] : []),
    ...(isSecure ? ['Secure'] : []),
  ].join('; ');

export const formCookieHeader = (token: string, isSecure: boolean): string => cookieHeader(formCookie, token, isSecure);
