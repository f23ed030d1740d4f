import type { Reply } from '../reply.ts';

/** Scripts and styles only from this host; forms may go anywhere, because the issuer and the shop are elsewhere. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  'form-action *',
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ');

/** A page: never cached, no address with an order's id in a referrer, framed only by this host. */
export const htmlPage = (html: string, status = 200): Reply => ({
  status,
  headers: {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': policy,
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
  },
  body: html,
});
