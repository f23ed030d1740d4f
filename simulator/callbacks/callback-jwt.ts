import { createHmac } from 'node:crypto';

/** Seconds for which a callback in the form of a JWT holds, and by which it begins early. Source: a recorded callback of BT iPay. */
const validForSecs = 300;
const earlySecs = 2;

/** A callback as a JSON Web Token: HMAC-SHA256 with the base64 key of the merchant. Source: a recorded callback of BT iPay; `iss` is a guess. */
export const callbackJwt = (
  payload: Readonly<Record<string, string>>,
  { token, issuer, nowMs }: { readonly token: string; readonly issuer: string; readonly nowMs: number },
): string => {
  const iat = Math.floor(nowMs / 1000);
  const claims = { sub: 'callback_service', iss: issuer, iat, nbf: iat - earlySecs, exp: iat + validForSecs, payload };
  const signed = [{ typ: 'JWT', alg: 'HS256' }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  const signature = createHmac('sha256', Buffer.from(token, 'base64')).update(signed).digest('base64url');
  return `${signed}.${signature}`;
};
