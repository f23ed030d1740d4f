import { constants, publicEncrypt, randomUUID } from 'node:crypto';
import { fields } from '../options/check.ts';
import { momentMs, secret, text } from '../options/checks.ts';
import { checkUse } from './check-use.ts';
import { WrongUse } from './gateway-errors.ts';
import { needExpiry } from './stored-card.ts';

/** A card for `seToken`: its number, or a stored one. */
export interface SeTokenRequest {
  /** The gateway's public key in PEM, as `se/keys.do` gives it. */
  readonly publicKey: string;
  readonly pan?: string;
  /** YYYYMM. */
  readonly expiry?: string;
  readonly cvc?: string;
  /** The order that it can be used for. */
  readonly orderId?: string;
  readonly bindingId?: string;
  /** The time of the token, milliseconds since 1970. Default: now. */
  readonly nowMs?: number;
}

const seTokenRequest = fields<SeTokenRequest>({ needs: ['publicKey'] })({
  publicKey: text,
  pan: secret,
  expiry: text,
  cvc: secret,
  orderId: text,
  bindingId: text,
  nowMs: momentMs,
});

/**
 * Card data that only the gateway can read. The customer's browser sends it to a shop that must not see card numbers.
 * For trials; a shop's page makes it in the browser. Source: BPC REST documentation, seToken.
 */
export const makeSeToken = (asked: SeTokenRequest): string => {
  checkUse('makeSeToken', seTokenRequest, asked);
  const { publicKey, pan = '', expiry = '', cvc = '', orderId = '', bindingId, nowMs = Date.now() } = asked;
  if (!pan && !bindingId) throw new WrongUse('makeSeToken needs pan or bindingId');
  if (pan) needExpiry('expiry', expiry);
  const time = `${new Date(nowMs).toISOString().slice(0, 19)}+00:00`;
  const parts = [time, randomUUID(), pan, cvc, expiry, orderId, ...(bindingId ? [bindingId] : [])];
  const key = { key: publicKey, padding: constants.RSA_PKCS1_PADDING };
  return publicEncrypt(key, Buffer.from(parts.join('/'))).toString('base64');
};
