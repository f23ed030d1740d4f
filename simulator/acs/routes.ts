import Router from '@koa/router';
import type { Context } from '../context.ts';
import { pageSpoiler, type ShowPage } from '../http/page/page-faults.ts';
import { sendPage } from '../http/page/page-headers.ts';
import { sendStatic, staticFiles } from '../http/page/static-files.ts';
import { unlessUnavailable } from '../http/page/when-store-is-down.ts';
import { faultFinder } from '../payments/faults/find-fault.ts';
import { acsPath } from '../wire/acs-hop.ts';
import { showUnavailable } from './acs-pages.ts';
import { answerCode } from './answer-code.ts';
import { showChallenge } from './show-challenge.ts';

/** An empty page for the hidden frames of 3-D Secure 2. */
const emptyPage =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>3-D Secure</title></head><body></body></html>';

/** The issuer: its challenge page, and the frames that look at the browser. */
export const acsRoutes = (context: Context): Router => {
  const router = new Router();
  const files = staticFiles(new URL('assets/', import.meta.url), new URL('../http/page/assets/', import.meta.url));

  const orUnavailable = unlessUnavailable(context, showUnavailable(context));
  const spoil = pageSpoiler(context, faultFinder(context));
  const maySpoil = (on: string, show: ShowPage) => orUnavailable(spoil(on, show));

  router.all(acsPath, maySpoil('acs', showChallenge(context)));
  router.post('/acs/answer', maySpoil('acs', answerCode(context)));
  router.get('/acs/assets/:name', (ctx) => sendStatic(ctx, files(ctx.params['name'] ?? '')));
  for (const path of ['/acs/3ds-method', '/3dsserver/api/v1/client/gather', '/3dsserver/api/v1/client/notify']) {
    router.all(path, (ctx) => {
      ctx.req.resume();
      sendPage(ctx, emptyPage);
    });
  }
  return router;
};
