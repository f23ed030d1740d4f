import Router from '@koa/router';
import { sendStatic, staticFiles } from '../http/page/static-files.ts';

/** The files of the issuer's pages. */
export const acsFiles = (): Router => {
  const router = new Router();
  const files = staticFiles(new URL('assets/', import.meta.url), new URL('../http/page/assets/', import.meta.url));
  router.get('/acs/assets/:name', (ctx) => sendStatic(ctx, files(ctx.params['name'] ?? '')));
  return router;
};
