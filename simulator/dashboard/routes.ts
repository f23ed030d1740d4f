import Router, { type RouterContext } from '@koa/router';
import type { Context } from '../context.ts';
import { replyByKoa } from '../http/koa-reply.ts';
import { htmlPage } from '../http/page/html-page.ts';
import { noticePage } from '../http/page/notice-page.ts';
import { originOf } from '../http/read/origin.ts';
import { isForPerson, readerOf } from '../http/read/reader.ts';
import { asText, startPage } from './start-page.ts';

/** Pages for people, below /. */
export const dashboardRoutes = (context: Context): Router => {
  const router = new Router();
  const show = (ctx: RouterContext): void => {
    const origin = originOf(ctx.req, context.options.publicUrl);
    if (!isForPerson(ctx.req)) {
      ctx.type = 'text/plain; charset=utf-8';
      ctx.body = asText(startPage(context, origin, 'en'));
      return;
    }
    replyByKoa(ctx, htmlPage(noticePage(startPage(context, origin, readerOf(ctx.req, context.bank)))));
  };
  router.get('/', show);
  router.get('/sandbox', show);
  return router;
};
