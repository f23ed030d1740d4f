import Router from '@koa/router';
import type { Context } from '../context.ts';
import { sendStatic, staticFiles } from '../http/page/static-files.ts';

/** The files of the hosted page. */
export const cardPageFiles = ({ bank }: Context): Router => {
  const router = new Router();
  const files = staticFiles(new URL('assets/', import.meta.url), new URL('../http/page/assets/', import.meta.url));
  router.get(`${bank.basePath}/merchants/assets/:name`, (ctx) => sendStatic(ctx, files(ctx.params['name'] ?? '')));
  // Where browsers look for the icon of an answer that is no page, such as JSON.
  router.get('/favicon.ico', (ctx) => sendStatic(ctx, files('favicon.svg')));
  return router;
};
