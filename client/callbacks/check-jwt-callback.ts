import { createHmac, timingSafeEqual } from 'node:crypto';
import { checkUse } from '../gateway/check-use.ts';
import { fields } from '../options/check.ts';
import { momentMs, secret } from '../options/checks.ts';
import { CallbackForged, type CheckedCallback, checkedCallback } from './check-callback.ts';

/** The shop's key in base64, as the bank issued it. */
export interface JwtCallbackKey {
  readonly token: string;
  /** The time that the token must be valid at. Default: now. */
  readonly nowMs?: number;
}

const jwtCallbackKey = fields<JwtCallbackKey>({ needs: ['token'], isSecret: true })({ token: secret, nowMs: momentMs });

/**
 * Reads a callback of BT iPay, whose whole body is a JSON Web Token, and checks it in one call. Source: a recorded callback.
 * @throws CallbackForged if the token is malformed, signed with another key or in another way, or not valid now.
 */
export const checkJwtCallback = (body: string, key: JwtCallbackKey): CheckedCallback => {
  checkUse('checkJwtCallback', jwtCallbackKey, key);
  const { token, nowMs = Date.now() } = key;
  const [header = '', claims = '', signature = '', ...rest] = body.trim().split('.');
  if (rest.length > 0 || readPart(header)['alg'] !== 'HS256')
    throw new CallbackForged('the callback is no HS256 token');
  if (!isSignatureOf(signature, `${header}.${claims}`, token))
    throw new CallbackForged('the signature of the callback is wrong');
  const { nbf, exp, payload } = readPart(claims);
  const nowSecs = nowMs / 1000;
  if ((typeof nbf === 'number' && nbf > nowSecs) || (typeof exp === 'number' && exp <= nowSecs))
    throw new CallbackForged('the callback is not valid now');
  return checkedCallback(textsOf(payload));
};

const readPart = (part: string): Readonly<Record<string, unknown>> => {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
    if (typeof value === 'object' && value !== null) return { ...value };
  } catch {
    // Refused below.
  }
  throw new CallbackForged('the callback is no JSON Web Token');
};

const isSignatureOf = (signature: string, signed: string, token: string): boolean => {
  const expected = createHmac('sha256', Buffer.from(token, 'base64')).update(signed).digest();
  const given = Buffer.from(signature, 'base64url');
  return given.length === expected.length && timingSafeEqual(given, expected);
};

const textsOf = (payload: unknown): Readonly<Record<string, string>> =>
  typeof payload === 'object' && payload !== null
    ? Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, String(value)]))
    : {};
