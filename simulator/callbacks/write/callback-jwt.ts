import { createHmac } from 'node:crypto';
import type { Fields } from './sign-callback.ts';

/** Seconds for which a callback in the form of a JWT holds, and by which it begins early. Source: a recorded callback of BT iPay. */
const validForSecs = 300;
const earlySecs = 2;

/** Further parameters of a token. Source: a recorded callback of BT iPay. */
export const tokenParameters = ['eci', 'actionCode', 'approvalCode', 'refNum', 'actionCodeDescription'] as const;

const tokenOrder = ['mdOrder', 'orderNumber', ...tokenParameters, 'status', 'operation'];

/** A token knows one word for every decline. Source: a test of paytic/omnipay-btipay. */
const tokenOperations: Readonly<Record<string, string>> = { declinedByTimeout: 'declined' };

/** The claims in the order of the recording; one without a value is not there. */
export const tokenFields = (fields: Fields): Fields => {
  const values = new Map(fields);
  return tokenOrder.flatMap((name) => {
    const value = values.get(name);
    return value === undefined ? [] : [[name, name === 'operation' ? (tokenOperations[value] ?? value) : value]];
  });
};

/**
 * A callback as a JSON Web Token: HMAC-SHA256 with the base64 key of the merchant. Source: a recorded callback of BT iPay,
 * whose `iss` is a host of the bank's. A merchant without a key gets an unsecured token (RFC 7519, 6), which is a guess.
 */
export const callbackJwt = (
  payload: Readonly<Record<string, string>>,
  { token, issuer, nowMs }: { readonly token: string | undefined; readonly issuer: string; readonly nowMs: number },
): string => {
  const iat = Math.floor(nowMs / 1000);
  const claims = { sub: 'callback_service', iss: issuer, iat, nbf: iat - earlySecs, payload, exp: iat + validForSecs };
  const signed = [{ alg: token === undefined ? 'none' : 'HS256' }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${signed}.${token === undefined ? '' : jwtSignature(signed, token)}`;
};

/** The signature of a token: HMAC-SHA256 with a key in base64. */
export const jwtSignature = (signed: string, token: string): string =>
  createHmac('sha256', Buffer.from(token, 'base64')).update(signed).digest('base64url');
