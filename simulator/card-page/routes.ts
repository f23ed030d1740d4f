import Router, { type RouterContext } from '@koa/router';
import type { Context } from '../context.ts';
import type { OpenEndpoint } from '../http/call/endpoint.ts';
import { pageSpoiler, type ShowPage } from '../http/page/page-faults.ts';
import { sendStatic, staticFiles } from '../http/page/static-files.ts';
import { unlessUnavailable } from '../http/page/when-store-is-down.ts';
import { faultFinder } from '../payments/faults/find-fault.ts';
import { declineByClient } from './calls/decline-by-client.ts';
import { getFinishedPaymentInfo } from './calls/get-finished-payment-info.ts';
import { getSessionStatus } from './calls/get-session-status.ts';
import { getFee, getPaymentSettings, isMaestroCard } from './calls/page-facts.ts';
import { processBindingForm } from './calls/process-binding-form.ts';
import { processform } from './calls/processform.ts';
import { showErrors } from './calls/show-errors-do.ts';
import { unbindcardanon } from './calls/unbindcardanon.ts';
import { applePaymentOrder, googlePaymentOrder } from './calls/wallet-payment-order.ts';
import { acsRedirect } from './pages/acs-redirect.ts';
import { createCardPage, showUnavailable } from './pages/card-page.ts';
import { showError } from './pages/error-page.ts';
import { finish3ds, finish3dsVer2PaymentAnonymous } from './pages/finish-challenge.ts';
import { pageKind } from './pages/page-kind.ts';
import { showFinish } from './pages/show-finish.ts';
import { showPage } from './pages/show-page.ts';
import { submitCard } from './pages/submit-card.ts';
import { outcomesPath, sendOutcomes } from './sandbox/sandbox-outcomes.ts';

/** The calls that the page itself makes. */
export const pageCalls: readonly OpenEndpoint[] = [
  getSessionStatus,
  processform,
  processBindingForm,
  unbindcardanon,
  isMaestroCard,
  getFee,
  getPaymentSettings,
  showErrors,
  getFinishedPaymentInfo,
  declineByClient,
  googlePaymentOrder,
  applePaymentOrder,
];

/** The hosted page: its files, its own pages, and the way back from the issuer. */
export const cardPageRoutes = (context: Context): Router => {
  const router = new Router();
  const cardPage = createCardPage(context);
  const base = context.bank.basePath;
  const orUnavailable = unlessUnavailable(context, showUnavailable(context));
  const spoil = pageSpoiler(context, faultFinder(context));
  const maySpoil = (on: string, show: ShowPage) => orUnavailable(spoil(on, show));
  const finish = orUnavailable(showFinish(cardPage));
  const handlers = {
    payment: {
      GET: maySpoil('page', showPage(cardPage)),
      POST: maySpoil('processform', submitCard(cardPage)),
    },
    finish: { GET: finish, POST: finish },
    errors: { GET: showError(cardPage), POST: showError(cardPage) },
  };
  const files = staticFiles(new URL('assets/', import.meta.url), new URL('../http/page/assets/', import.meta.url));

  const servePage = async (ctx: RouterContext): Promise<void> => {
    const kind = pageKind(ctx.params['file'] ?? '');
    if (kind) await handlers[kind][ctx.method === 'POST' ? 'POST' : 'GET'](ctx);
  };

  router.all(`${base}/acsRedirect.do`, maySpoil('acsRedirect', acsRedirect(cardPage)));
  router.all(`${base}/rest/finish3ds.do`, maySpoil('finish3ds', finish3ds(cardPage)));
  router.all(
    `${base}/rest/finish3dsVer2PaymentAnonymous.do`,
    maySpoil('finish3dsVer2PaymentAnonymous', finish3dsVer2PaymentAnonymous(cardPage)),
  );
  router.get(`${base}/merchants/assets/:name`, (ctx) => sendStatic(ctx, files(ctx.params['name'] ?? '')));
  router.get(`${base}/${outcomesPath}`, sendOutcomes(context));
  // Where a returnUrl of `finish.html` leads.
  router.all(`${base}/finish.html`, finish);
  router.all(`${base}/merchants/:file`, servePage);
  router.all(`${base}/merchants/:merchant/:file`, servePage);
  return router;
};
