import { hideCardData, hideField, hideInValue } from '../../simulator/masking/hide-card-data.ts';
import type { GivenAnswer, SentRequest } from './recorder.ts';

/** Names of secrets, which nobody needs in a report. */
const secretName = /^(?:password|token|seToken|paymentToken|paymentData|authorization)$/i;

/** A request in lines, without passwords, card numbers and security codes. */
export const shownRequest = ({ method, url, contentType, body }: SentRequest): readonly string[] => {
  const [path = '', query] = url.split('?');
  const first = `${method} ${path}${query === undefined ? '' : `?${shownForm(query)}`}`;
  return body === '' ? [first] : [first, shownBody(body, contentType)];
};

const shownBody = (body: string, contentType: string): string => {
  if (contentType.includes('x-www-form-urlencoded')) return shownForm(body);
  const json = parsed(body);
  return json === undefined ? `${body.length} characters of ${contentType || 'an unknown type'}` : shownJson(json);
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Decoded, so that people can read it. */
const shownForm = (form: string): string =>
  [...new URLSearchParams(form)].map(([name, value]) => `${name}=${shownField(name, value)}`).join('&');

const shownField = (name: string, value: string): string => {
  // A generator with a wrong path makes fields such as `password[0]` and `$.password`.
  const bare = name.replace(/^\$\.?/, '').replace(/\[\w*\]$/, '');
  return secretName.test(bare) ? '***' : hideField(bare, value);
};

const shownJson = (json: unknown): string =>
  JSON.stringify(hideInValue(json), (name, value) => (secretName.test(name) ? '***' : value));

/** Longer answers are cut off. */
const mostCharacters = 600;

/** An answer in a line, without card numbers. */
export const shownAnswer = ({ status, location, body }: GivenAnswer): string => {
  const text = hideCardData(body).replaceAll(/\s+/g, ' ').trim();
  const cut = text.length > mostCharacters ? `${text.slice(0, mostCharacters)}...` : text;
  return ['HTTP', status, location && `to ${hideCardData(location)}`, cut].filter(Boolean).join(' ');
};
