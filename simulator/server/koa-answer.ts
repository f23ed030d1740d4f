import type { IncomingMessage } from 'node:http';
import type Router from '@koa/router';
import Koa, { type ParameterizedContext } from 'koa';
import { acsFiles } from '../acs/files.ts';
import { cardPageFiles } from '../card-page/files.ts';
import { pageCalls } from '../card-page/routes.ts';
import type { Context } from '../context.ts';
import { controlRoutes } from '../control/routes.ts';
import { dashboardRoutes } from '../dashboard/routes.ts';
import { gatewayEndpoints } from '../gateway/endpoints.ts';
import { portalRoutes } from '../gateway/portal/portal-routes.ts';
import { renderStatus } from '../gateway/status/render-status.ts';
import { answerError } from '../http/answer-error.ts';
import { type BelowPath, belowPathOf } from '../http/below-path.ts';
import type { Route } from '../http/pipeline.ts';
import { safeHeaders } from '../http/reply.ts';
import { unknownAddress, wrongMethod } from '../http/unknown/unknown-address.ts';

/** Control API, portal, dashboard and static files. */
export const koaAnswer = (context: Context): Route['answer'] => {
  const app = new Koa();
  app.context.onerror = function onerror(this: ParameterizedContext, error: unknown): void {
    if (error) answerError(context, this.req, this.res, error);
  };
  const below = belowPathOf(context.options.publicUrl);
  if (below) app.use(sendBelow(below));
  const calls = [...gatewayEndpoints, ...pageCalls];
  const routers: readonly Router[] = [
    cardPageFiles(context),
    acsFiles(),
    portalRoutes(context),
    dashboardRoutes(context, renderStatus),
    controlRoutes(context, calls),
  ];
  for (const router of routers) app.use(router.routes());
  const unanswered = new WeakSet<IncomingMessage>();
  app.use((ctx) => {
    unanswered.add(ctx.req);
    ctx.respond = false;
  });
  const handle = app.callback();
  return async (open, response) => {
    const { request, path } = open;
    const { url = '' } = request;
    const query = url.indexOf('?');
    // So that Koa sees the cleaned path, too.
    request.url = query < 0 ? path : path + url.slice(query);
    for (const [name, value] of Object.entries(safeHeaders)) response.setHeader(name, value);
    await handle(request, response);
    if (!unanswered.has(request)) return undefined;
    request.resume();
    const methods = routers.flatMap((router) => router.match(path, 'GET').path.flatMap((layer) => layer.methods));
    return methods.length === 0
      ? unknownAddress(context, open)
      : wrongMethod(context, open, [...new Set(methods)].sort().join(', '));
  };
};

/** The addresses in what Koa sends, which goes past the replies of the pipeline. */
const sendBelow =
  ({ address, html, cookie }: BelowPath): Koa.Middleware =>
  async (ctx, next) => {
    await next();
    const location = ctx.response.get('Location');
    if (location) ctx.set('Location', address(location));
    const cookies = [ctx.response.headers['set-cookie'] ?? []].flat();
    if (cookies.length > 0)
      ctx.set(
        'Set-Cookie',
        cookies.map((header) => cookie(String(header))),
      );
    if (typeof ctx.body === 'string' && ctx.response.is('html')) ctx.body = html(ctx.body);
  };
