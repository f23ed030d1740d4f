import type { Visit } from './page-request.ts';

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

/** Sends a page: never cached, no address with an order's id in a referrer, framed only by this host. */
export const sendPage = (ctx: Visit, html: string, status = 200): void => {
  ctx.status = status;
  ctx.set('Content-Type', 'text/html; charset=utf-8');
  ctx.set('Content-Security-Policy', policy);
  ctx.set('Cache-Control', 'no-store');
  ctx.set('Referrer-Policy', 'no-referrer');
  ctx.set('X-Content-Type-Options', 'nosniff');
  ctx.body = html;
};
