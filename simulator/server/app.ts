import type { RequestListener } from 'node:http';
import type Router from '@koa/router';
import Koa, { type Middleware, type ParameterizedContext } from 'koa';
import { acsRoutes } from '../acs/routes.ts';
import { openPage } from '../card-page/pages/open-page.ts';
import { cardPageRoutes, pageCalls } from '../card-page/routes.ts';
import type { Context } from '../context.ts';
import { controlRoutes } from '../control/routes.ts';
import { dashboardRoutes } from '../dashboard/routes.ts';
import { gatewayEndpoints } from '../gateway/endpoints.ts';
import { portalRoutes } from '../gateway/portal/portal-routes.ts';
import { dispatch } from '../http/call/dispatch.ts';
import type { Endpoint } from '../http/call/endpoint.ts';
import { reportFault } from '../http/call/fault.ts';
import { recordPages } from '../http/page/record-pages.ts';
import { faultFinder } from '../payments/faults/find-fault.ts';

/** Answers what is no call of the merchant API: the card page straight, everything else by Koa. */
export const createPages = (context: Context): RequestListener => {
  const takers = [dispatch(context, pageCalls, faultFinder(context)), openPage(context)];
  const answerRest = createApp(context, [...gatewayEndpoints, ...pageCalls]).callback();
  return (request, response) => {
    if (!takers.some((take) => take(request, response))) void answerRest(request, response);
  };
};

/** The Koa app: which surface lives under which prefix. */
const createApp = (context: Context, calls: readonly Endpoint[]): Koa => {
  const app = new Koa();
  app.on('error', (error: Error & { headers?: object }, ctx: ParameterizedContext) => {
    const requestId = context.requestIdOf(ctx.req);
    reportFault(context.log, error, requestId);
    // Koa drops the headers that were set, but for those that the error brings.
    error.headers = { ...error.headers, 'X-Request-Id': requestId };
  });
  app.use(tidyPath);
  if (context.log.isInfo) app.use(logRequest(context));
  app.use(recordPages(context));
  for (const routes of [cardPageRoutes, acsRoutes, portalRoutes, controlRoutes, dashboardRoutes]) {
    const router: Router = routes(context, calls);
    app.use(router.routes());
  }
  return app;
};

/** Clients join paths carelessly: `/payment/rest//register.do` is the same address. Source: a public Go client of Bereke. */
const tidyPath: Middleware = (ctx, next) => {
  const path = pathOf(ctx);
  if (path === undefined) {
    ctx.status = 400;
    return undefined;
  }
  if (path.includes('//')) ctx.path = path.replace(/\/{2,}/g, '/');
  return next();
};

/** Undefined where the request names an address that is none, such as `http://[/`. */
const pathOf = (ctx: ParameterizedContext): string | undefined => {
  try {
    return ctx.path;
  } catch {
    return undefined;
  }
};

const logRequest =
  ({ clock, log }: Context): Middleware =>
  async (ctx, next) => {
    const startMs = clock.now();
    await next();
    log.info({ method: ctx.method, path: ctx.path, status: ctx.status, ms: clock.now() - startMs }, 'request');
  };
