import Router, { type RouterContext } from '@koa/router';
import type { Context } from '../context.ts';
import type { OpenEndpoint } from '../http/endpoint.ts';
import { pageSpoiler, type ShowPage } from '../http/spoil-page.ts';
import { sendStatic, staticFiles } from '../http/static-files.ts';
import { unlessUnavailable } from '../http/unless-unavailable.ts';
import { faultFinder } from '../payments/find-fault.ts';
import { acsRedirect } from './acs-redirect.ts';
import { createCardPage, showUnavailable } from './card-page.ts';
import { declineByClient } from './decline-by-client.ts';
import { finish3ds, finish3dsVer2PaymentAnonymous } from './finish-challenge.ts';
import { getFinishedPaymentInfo } from './get-finished-payment-info.ts';
import { getSessionStatus } from './get-session-status.ts';
import { getFee, getPaymentSettings, isMaestroCard } from './page-facts.ts';
import { pageKind } from './page-kind.ts';
import { processBindingForm } from './process-binding-form.ts';
import { processform } from './processform.ts';
import { outcomesPath, sendOutcomes } from './sandbox-outcomes.ts';
import { showError } from './show-error.ts';
import { showErrors } from './show-errors.ts';
import { showFinish } from './show-finish.ts';
import { showPage } from './show-page.ts';
import { submitCard } from './submit-card.ts';
import { unbindcardanon } from './unbindcardanon.ts';
import { applePaymentOrder, googlePaymentOrder } from './wallet-payment-order.ts';

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
  const files = staticFiles(new URL('assets/', import.meta.url), new URL('../http/assets/', import.meta.url));

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
