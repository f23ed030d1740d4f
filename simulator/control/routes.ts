import Router from '@koa/router';
import type { Context } from '../context.ts';
import { sendCallbackCertificate } from './callback-certificate.ts';
import { sendWalletToken } from './wallet-tokens.ts';

/** The control API below /sandbox. */
export const controlRoutes = (context: Context): Router => {
  const router = new Router();
  router.get('/sandbox/health', (ctx) => {
    ctx.body = { status: 'ok' };
  });
  for (const ending of ['pem', 'cer']) {
    router.get(`/sandbox/callback-certificate.${ending}`, sendCallbackCertificate(context));
  }
  router.post('/sandbox/wallet-tokens', sendWalletToken(context));
  return router;
};
