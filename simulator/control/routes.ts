import Router from '@koa/router';
import type { Context } from '../context.ts';

/** The control API below /sandbox. */
export const controlRoutes = (_context: Context): Router => {
  const router = new Router();
  router.get('/sandbox/health', (ctx) => {
    ctx.body = { status: 'ok' };
  });
  return router;
};
