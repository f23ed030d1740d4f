import Router, { type RouterContext } from '@koa/router';
import type { ParameterizedContext } from 'koa';
import type { Context } from '../context.ts';
import { sendStatic, staticFiles } from '../http/page/static-files.ts';
import { originOf } from '../http/read/origin.ts';
import { isForPerson } from '../http/read/reader.ts';
import { pages } from './pages.ts';
import { asText, startPage } from './start-page.ts';
import { styleSheet } from './style/style-sheet.ts';
import type { StatusAnswer } from './visit.ts';

/** Pages for people. A program that asks at / gets plain text; everything else is loaded by the first page. */
export const dashboardRoutes = (context: Context, statusAnswer: StatusAnswer): Router => {
  const router = new Router();
  let serving: Promise<(ctx: ParameterizedContext) => Promise<void>> | undefined;
  const serve = async (ctx: RouterContext): Promise<void> => {
    serving ??= import('./serve.ts').then(({ serveDashboard }) => serveDashboard(context, statusAnswer));
    await (await serving)(ctx);
  };
  const showStart = (ctx: RouterContext): Promise<void> | void => {
    if (isForPerson(ctx.req)) return serve(ctx);
    ctx.type = 'text/plain; charset=utf-8';
    ctx.body = asText(startPage(context, originOf(ctx.req, context.options.publicUrl), 'en'));
  };
  router.get('/', showStart);
  router.get('/sandbox', (ctx) => (isForPerson(ctx.req) ? ctx.redirect('/') : showStart(ctx)));
  for (const { path, forPrograms } of pages) {
    const pattern = path.replace(/\{(\w+)\}/g, ':$1');
    if (path !== '/')
      router.get(pattern, (ctx) => (forPrograms && !isForPerson(ctx.req) ? ctx.redirect(forPrograms) : serve(ctx)));
    router.post(pattern, serve);
  }
  router.post('/sign-in', serve);
  router.post('/sign-out', serve);
  const styles = styleSheet();
  router.get('/dashboard/assets/dashboard.css', (ctx) => sendStatic(ctx, styles()));
  const assets = staticFiles(new URL('assets/', import.meta.url));
  router.get('/dashboard/assets/:name', (ctx) => sendStatic(ctx, assets(ctx.params['name'] ?? '')));
  return router;
};
