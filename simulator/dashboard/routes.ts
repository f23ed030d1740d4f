import Router from '@koa/router';
import type { Context } from '../context.ts';
import { originOf } from '../http/read/origin.ts';

/** Pages for people, below /. */
export const dashboardRoutes = ({ bank, options }: Context): Router => {
  const router = new Router();
  router.get('/', (ctx) => {
    const rest = `${originOf(ctx.req, options.publicUrl)}${bank.basePath}/rest/`;
    ctx.type = 'text/plain; charset=utf-8';
    ctx.body = `tillbox imitates the card payment gateway of ${bank.title}. No money moves here.\n\nMerchant API: ${rest}\n`;
  });
  return router;
};
