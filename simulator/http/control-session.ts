import { createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { cookiesOf } from './read/cookies.ts';

/** The cookie of a person who has given CONTROL_TOKEN. */
export const sessionCookie = 'tillbox-session';

/** How long it holds, in milliseconds. */
const sessionMs = 7 * 86_400_000;

/** Every process with this token takes it; the token cannot be made out of it. */
const proofOf = (token: string, endsAtMs: number): string =>
  createHmac('sha256', token).update(`tillbox dashboard ${endsAtMs}`).digest('base64url');

/** The value of the cookie for a session that begins now. */
export const newSession = (token: string, nowMs: number): string => {
  const endsAtMs = Math.round(nowMs + sessionMs);
  return `${endsAtMs}.${proofOf(token, endsAtMs)}`;
};

/** Whether a browser has a session that has not ended. */
export const hasSession = (request: IncomingMessage, token: string, nowMs: number): boolean => {
  const [, endsAt = '', proof = ''] = /^(\d{1,16})\.([\w-]+)$/.exec(cookiesOf(request).get(sessionCookie) ?? '') ?? [];
  const endsAtMs = Number(endsAt);
  return endsAt !== '' && nowMs < endsAtMs && endsAtMs <= nowMs + sessionMs && proof === proofOf(token, endsAtMs);
};
