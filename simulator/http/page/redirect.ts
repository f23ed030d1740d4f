import type { Visit } from './page-request.ts';

/** Sends the browser on; letters that a header cannot carry are escaped, the address is otherwise left as it is. */
export const redirect = (ctx: Visit, url: string, status: 302 | 303 = 302): void => {
  ctx.status = status;
  ctx.set('Location', url.toWellFormed().replace(/[^\x21-\x7e]+/g, encodeURIComponent));
  ctx.set('Cache-Control', 'no-store');
  ctx.set('Content-Type', 'text/plain; charset=utf-8');
  ctx.body = 'Redirecting';
};
