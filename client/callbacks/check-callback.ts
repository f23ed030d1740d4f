import { createHmac, createPublicKey, timingSafeEqual, verify, X509Certificate } from 'node:crypto';
import { checkUse } from '../gateway/check-use.ts';
import { fields } from '../options/check.ts';
import { secret } from '../options/checks.ts';

/** A callback whose checksum holds. */
export interface CheckedCallback {
  readonly mdOrder: string;
  readonly orderNumber: string;
  readonly operation: string;
  /** Whether the operation went well. A callback is only a hint: ask the status before you ship anything. */
  readonly isSuccessful: boolean;
  /** Everything that came, by name. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** The callback's checksum is missing or wrong: it may not be the gateway's. */
export class CallbackForged extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CallbackForged';
  }
}

/** The shop's key: the callback token, or the gateway's certificate (PEM or base64 DER) or public key (PEM). */
export type CallbackKey = { readonly token: string } | { readonly certificate: string };

const callbackKey = fields<CallbackKey>({ needs: 'one', isSecret: true })({ token: secret, certificate: secret });

/**
 * Reads a callback, from its query or its form body, and checks it in one call. Source: BPC REST documentation, callback notifications.
 * @throws CallbackForged if the checksum is missing or wrong.
 */
export const checkCallback = (sent: URLSearchParams | string, key: CallbackKey): CheckedCallback => {
  checkUse('checkCallback', callbackKey, key);
  const form = typeof sent === 'string' ? new URLSearchParams(sent) : sent;
  const checksum = form.get('checksum');
  if (!checksum) throw new CallbackForged('the callback has no checksum');
  if (!isGenuine(form, checksum, key)) throw new CallbackForged('the checksum of the callback is wrong');
  return checkedCallback(Object.fromEntries(form));
};

const isGenuine = (form: URLSearchParams, checksum: string, key: CallbackKey): boolean => {
  const { token, certificate } = key as { readonly token?: string; readonly certificate: string };
  return token === undefined ? holdsRsa(form, checksum, certificate) : holdsHmac(form, checksum, token);
};

export const checkedCallback = (parameters: Readonly<Record<string, string>>): CheckedCallback => {
  const { mdOrder = '', orderNumber = '', operation = '', status } = parameters;
  return { mdOrder, orderNumber, operation, isSuccessful: status === '1', parameters };
};

/** `name;value;` for every parameter but the checksum and the name of the key, by name. */
const signedText = (form: URLSearchParams): string =>
  [...form]
    .filter(([name]) => name !== 'checksum' && name !== 'sign_alias')
    .sort(([one], [other]) => (one < other ? -1 : Number(one > other)))
    .map(([name, value]) => `${name};${value};`)
    .join('');

const holdsHmac = (form: URLSearchParams, checksum: string, token: string): boolean => {
  const expected = Buffer.from(createHmac('sha256', token).update(signedText(form)).digest('hex').toUpperCase());
  const given = Buffer.from(checksum.toUpperCase());
  return given.length === expected.length && timingSafeEqual(given, expected);
};

const holdsRsa = (form: URLSearchParams, checksum: string, certificate: string): boolean =>
  verify('sha512', Buffer.from(signedText(form)), publicKeyOf(certificate), Buffer.from(checksum, 'hex'));

const publicKeyOf = (text: string) => {
  if (text.includes('PUBLIC KEY')) return createPublicKey(text);
  const certificate = text.includes('BEGIN') ? text : Buffer.from(text, 'base64');
  return new X509Certificate(certificate).publicKey;
};
