import { Router } from '@koa/router';
import Koa, { type Context } from 'koa';
import type { CallbackKey } from '../callbacks/check-callback.ts';
import { addCardRoutes } from './card-routes.ts';
import { catalogue } from './catalogue.ts';
import type { Checkout } from './checkout.ts';
import { callbackHandler } from './handle-callback.ts';
import { languageCookie, languageOf, readLanguage } from './languages.ts';
import { createOrderBook } from './order-book.ts';
import { pageOfOrders } from './pages-of-orders.ts';
import { readSmallForm } from './read-small-form.ts';
import { newOrder } from './shop-order.ts';
import { type ShopPagesOptions, shopPages } from './shop-pages.ts';
import { addStaffRoutes } from './staff-routes.ts';
import { readAssets } from './views.ts';

export interface ShopAppOptions extends ShopPagesOptions {
  readonly checkout: Checkout;
  /** ISO 4217, three digits. */
  readonly currency: string;
  /** The most characters of an order number. */
  readonly longestNumber?: number | undefined;
  readonly nowMs: () => number;
  /** The key that checks callbacks; without it the shop does not receive them. */
  readonly callbackKey?: CallbackKey | undefined;
  readonly log: (line: string) => void;
}

const quantities = [1, 2, 3, 4, 5];

/** How many orders are asked about at the gateway: the newest. Older ones stay as they were last known. */
const mostAsked = 50;

/** The shop: catalogue, Buy, the way back from the gateway, the orders and the cards. Orders live as long as the app. */
export const shopApp = (options: ShopAppOptions): Koa => {
  const { checkout, addressesFor, currency, nowMs, callbackKey, log } = options;
  const orders = createOrderBook();
  const pages = shopPages(options);
  const router = new Router();

  router.get('/', (ctx) => pages.show(ctx, 'catalogue', pages.textsFor(ctx).catalogueTitle, { catalogue, quantities }));

  router.post('/buy', async (ctx) => {
    const form = await readSmallForm(ctx.req);
    if (!form) return pages.tooLarge(ctx);
    const product = catalogue.find(({ id }) => id === form.get('product'));
    const quantity = Number(form.get('quantity') ?? 1);
    if (!product || !quantities.includes(quantity)) return pages.notFound(ctx);
    const { shopUrl, payUrl } = addressesFor(ctx.req);
    const isReserved = form.get('way') === 'reserve' && !product.isSubscription;
    const purchase = { product, quantity, currency, language: languageOf(ctx.req), isReserved };
    const opened = await orders.ask(newOrder(purchase, nowMs(), options.longestNumber), (order) =>
      checkout.openPayment(order, shopUrl),
    );
    if (!opened.order.payment?.formUrl) return pages.showFault(ctx, opened);
    ctx.status = 303;
    ctx.redirect(payUrl(opened.order.payment.formUrl));
  });

  const showOrder = async (ctx: Context & { params: { id?: string } }) => {
    const order = orders.find(ctx.params.id ?? '');
    if (!order) return pages.notFound(ctx);
    const language = languageOf(ctx.req);
    const checked = await orders.ask(order, (asked) => checkout.checkPayment(asked, language));
    return checked.fault ? pages.showFault(ctx, checked) : pages.showOrder(ctx, checked.order);
  };
  router.get('/orders/:id', showOrder);
  router.get('/orders/:id/return', showOrder);

  // A settled order changes by a callback only, so the gateway is not asked.
  router.get('/orders/:id/part', async (ctx) => {
    const order = orders.find(ctx.params['id'] ?? '');
    if (!order) return pages.notFound(ctx);
    const language = languageOf(ctx.req);
    const checked = await orders.ask(order, (asked) => checkout.checkIfOpen(asked, language));
    return pages.showOrderPart(ctx, checked.order);
  });

  router.get('/orders', async (ctx) => {
    const all = orders.newestFirst();
    const page = pageOfOrders(ctx.query['page'], all.length);
    if (!page) return pages.notFound(ctx);
    const { from, to } = page;
    const language = languageOf(ctx.req);
    const asked = all.slice(from, Math.min(to, mostAsked));
    const checked = await Promise.all(
      asked.map((order) => orders.ask(order, (open) => checkout.checkIfOpen(open, language))),
    );
    const unasked = all.slice(Math.max(from, mostAsked), to);
    await pages.show(ctx, 'orders', pages.textsFor(ctx).orders, {
      page,
      orders: [...checked.map(({ order }) => order), ...unasked],
      unsure: checked.some(({ fault }) => fault !== undefined),
      mostAsked: unasked.length > 0 ? mostAsked : undefined,
    });
  });

  addStaffRoutes(router, { checkout, orders, pages, nowMs, longestNumber: options.longestNumber });
  addCardRoutes(router, { checkout, pages });

  if (callbackKey) {
    const handle = callbackHandler({ key: callbackKey, checkout, orders, nowMs, log });
    const answer = async (ctx: Context) => {
      ctx.status = await handle(ctx.req);
      ctx.body = ctx.status === 200 ? 'ok' : 'not accepted';
    };
    router.get('/callback', answer).post('/callback', answer);
  }

  for (const { name, type, body } of readAssets())
    router.get(`/${name}`, (ctx) => {
      ctx.type = type;
      ctx.body = body;
    });

  const app = new Koa();
  app.use(async (ctx, next) => {
    ctx.set(securityHeaders(addressesFor(ctx.req).payOrigins));
    if (!chooseLanguage(ctx)) await next();
    if (ctx.status === 404 && ctx.body == null) await pages.notFound(ctx);
  });
  app.use(router.routes());
  return app;
};

/** Keeps the language that a link asks for, and leads to the same page without that question. */
const chooseLanguage = (ctx: Context): boolean => {
  const { language: asked, ...kept } = ctx.query;
  const language = ctx.method === 'GET' ? readLanguage(asked) : undefined;
  if (!language || !/^\/(?:[\w-]+\/?)*$/.test(ctx.path)) return false;
  const page = typeof kept['page'] === 'string' ? `?${new URLSearchParams({ page: kept['page'] })}` : '';
  ctx.set('Set-Cookie', languageCookie(language));
  ctx.status = 303;
  ctx.redirect(`${ctx.path}${page}`);
  return true;
};

const securityHeaders = (payOrigins: readonly string[]): Record<string, string> => ({
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    `form-action ${["'self'", ...payOrigins].join(' ')}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
});
