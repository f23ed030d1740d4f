import Router from '@koa/router';
import type { ParameterizedContext } from 'koa';
import type { Context } from '../context.ts';
import { sendCallbackCertificate } from './callback-certificate.ts';
import { sendWalletToken } from './wallet-tokens.ts';

/** The control API below /sandbox. All but a few addresses is loaded when it is first asked for, so that the start stays fast. */
export const controlRoutes = (context: Context): Router => {
  const router = new Router();
  router.get('/sandbox/health', (ctx) => {
    ctx.body = { status: 'ok' };
  });
  for (const ending of ['pem', 'cer']) {
    router.get(`/sandbox/callback-certificate.${ending}`, sendCallbackCertificate(context));
  }
  router.post('/sandbox/wallet-tokens', sendWalletToken(context));
  let serving: Promise<(ctx: ParameterizedContext) => Promise<void>> | undefined;
  router.all('/sandbox/*path', async (ctx) => {
    serving ??= import('./serve.ts').then(({ serveControl }) => serveControl(context));
    await (await serving)(ctx);
  });
  return router;
};
