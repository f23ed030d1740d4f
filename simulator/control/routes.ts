import Router from '@koa/router';
import type { ParameterizedContext } from 'koa';
import type { Context } from '../context.ts';
import type { Endpoint } from '../http/call/endpoint.ts';

/**
 * The control API below /sandbox. Everything but /sandbox/health is loaded by its first call, for a fast start. `calls`
 * are those of the merchant API and the card page, which the control API describes.
 */
export const controlRoutes = (context: Context, calls: readonly Endpoint[]): Router => {
  const router = new Router();
  router.get('/sandbox/health', (ctx) => {
    ctx.body = { status: 'ok' };
  });
  let serving: Promise<(ctx: ParameterizedContext) => Promise<void>> | undefined;
  router.all('/sandbox/*path', async (ctx) => {
    serving ??= import('./serve.ts').then(({ serveControl }) => serveControl(context, calls));
    await (await serving)(ctx);
  });
  return router;
};
