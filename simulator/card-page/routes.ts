import type { Context } from '../context.ts';
import { addressOf, type EndpointFacts } from '../data/endpoint-facts.ts';
import type { Endpoint } from '../http/call/endpoint.ts';
import { nowhere, type Page, pageRoutes } from '../http/page/page.ts';
import type { Route } from '../http/pipeline.ts';
import { ownResultPage } from '../payments/orders/keep-order.ts';
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
import { type CardPage, createCardPage, showUnavailable } from './pages/card-page.ts';
import { showError } from './pages/error-page.ts';
import { finish3ds, finish3dsVer2PaymentAnonymous } from './pages/finish-challenge.ts';
import { pageKind } from './pages/page-kind.ts';
import { showFinish } from './pages/show-finish.ts';
import { showPage } from './pages/show-page.ts';
import { submitCard } from './pages/submit-card.ts';
import { sandboxListPath, showSandboxList } from './sandbox/sandbox-list.ts';
import { missedPath, sendMissed } from './sandbox/sandbox-missed.ts';

/** The calls that the page itself makes. */
export const pageCalls: readonly Endpoint[] = [
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

/** Addresses between shop, page and issuer, which a browser opens. */
export const cardPageWays: readonly (EndpointFacts & { readonly page: (cardPage: CardPage) => Page })[] = [
  {
    path: 'acsRedirect.do',
    meaning: 'Sends the payer to the issuer.',
    meaningInRussian: 'Отправляет покупателя к банку-эмитенту.',
    source: 'bpc-rest',
    page: acsRedirect,
  },
  {
    path: 'rest/finish3ds.do',
    meaning: 'Way back from 3-D Secure 1.',
    meaningInRussian: 'Возвращение из 3-D Secure 1.',
    source: 'rbs-clients',
    page: finish3ds,
  },
  {
    path: 'rest/finish3dsVer2PaymentAnonymous.do',
    meaning: 'Way back from 3-D Secure 2.',
    meaningInRussian: 'Возвращение из 3-D Secure 2.',
    source: 'rbs-clients',
    page: finish3dsVer2PaymentAnonymous,
  },
];

/** The hosted page, its result pages, and the way back from the issuer. Undefined for calls that are not the page's. */
export const cardPageRoutes = (context: Context): ((path: string) => Route | undefined) => {
  const cardPage = createCardPage(context);
  const route = pageRoutes(context, 'page', showUnavailable(context));
  const base = context.bank.basePath;
  const folder = `${base}/merchants/`;
  // Banks whose page has an address of its own form.
  const folders = [folder, `${base}/epg/merchants/`];
  const finish = route(showFinish(cardPage));
  const kinds = { payment: route(showPage(cardPage), submitCard(cardPage)), finish, errors: route(showError) };
  const routes = new Map([
    ...cardPageWays.map((way) => [addressOf(way, base), route(way.page(cardPage))] as const),
    [`${base}/${ownResultPage}`, finish],
    [`${base}/${sandboxListPath}`, route(showSandboxList)],
    [`${base}/${missedPath}`, route(sendMissed)],
  ]);
  const unknown = route(nowhere);

  return (path) => {
    if (!path.startsWith(`${base}/`) || path.startsWith(`${folder}assets/`)) return undefined;
    const below = folders.find((one) => path.startsWith(one));
    const [file = '', ...merchant] = below ? path.slice(below.length).split('/').reverse() : [];
    const kind = merchant.length > 1 ? undefined : pageKind(file);
    return routes.get(path) ?? (kind ? kinds[kind] : /\.do\/?$/i.test(path) ? undefined : unknown);
  };
};
