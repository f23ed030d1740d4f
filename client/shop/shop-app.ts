import type { IncomingMessage } from 'node:http';
import { Router } from '@koa/router';
import Koa, { type Context } from 'koa';
import type { CallbackKey } from '../callbacks/check-callback.ts';
import type { Addresses } from './addresses.ts';
import { catalogue, priceText, type ShopCurrency } from './catalogue.ts';
import type { Checked, Checkout } from './checkout.ts';
import { callbackHandler } from './handle-callback.ts';
import { createOrderBook } from './order-book.ts';
import { pageOfOrders } from './pages-of-orders.ts';
import { readSmallForm } from './read-small-form.ts';
import { newOrder } from './shop-order.ts';
import { readStyles, shopViews, type ViewName } from './views.ts';

export interface ShopAppOptions {
  readonly checkout: Checkout;
  /** The addresses of shop and payment page for the browser that asks. */
  readonly addressesFor: (request: IncomingMessage) => Addresses;
  readonly currency: ShopCurrency;
  readonly nowMs: () => number;
  /** The key that checks callbacks; without it the shop does not receive them. */
  readonly callbackKey?: CallbackKey | undefined;
  readonly log: (line: string) => void;
}

const quantities = [1, 2, 3, 4, 5];

/** How many orders are asked about at the gateway: the newest. Older ones stay as they were last known. */
const mostAsked = 50;

/** The store: catalogue, Buy, the way back from the gateway, and the list of orders. Orders live as long as the app. */
export const shopApp = (options: ShopAppOptions): Koa => {
  const { checkout, addressesFor, currency, nowMs, callbackKey, log } = options;
  const orders = createOrderBook();
  const render = shopViews();
  const styles = readStyles();
  const router = new Router();

  const show = (ctx: Context, view: ViewName, title: string, values: Readonly<Record<string, unknown>> = {}) => {
    ctx.type = 'html';
    const { payUrl } = addressesFor(ctx.req);
    ctx.body = render(view, { title, priceText, currency, customerUrl: payUrl, ...values });
  };
  const showFault = (ctx: Context, { order, fault }: Checked) => {
    ctx.status = fault?.kind === 'refused' ? 502 : 503;
    const title = fault?.kind === 'refused' ? 'The bank did not open this payment' : 'The gateway cannot be reached';
    show(ctx, 'message', title, { order, detail: fault?.message ?? '' });
  };
  const tooLarge = (ctx: Context) => {
    ctx.status = 413;
    show(ctx, 'message', 'This form is too large', { order: undefined, detail: '' });
  };
  const notFound = (ctx: Context) => {
    ctx.status = 404;
    show(ctx, 'message', 'There is no such page', { order: undefined, detail: '' });
  };
  router.get('/', (ctx) => show(ctx, 'catalogue', 'Things from the steppe', { catalogue, quantities }));

  router.post('/buy', async (ctx) => {
    const form = await readSmallForm(ctx.req);
    if (!form) return tooLarge(ctx);
    const product = catalogue.find(({ id }) => id === form.get('product'));
    const quantity = Number(form.get('quantity') ?? 1);
    if (!product || !quantities.includes(quantity)) return notFound(ctx);
    const { shopUrl, payUrl } = addressesFor(ctx.req);
    const opened = await orders.ask(newOrder(product, quantity, currency, nowMs()), (order) =>
      checkout.openPayment(order, shopUrl),
    );
    if (!opened.order.payment) return showFault(ctx, opened);
    ctx.status = 303;
    ctx.redirect(payUrl(opened.order.payment.formUrl));
  });

  const showOrder = async (ctx: Context & { params: { id?: string } }) => {
    const order = orders.find(ctx.params.id ?? '');
    if (!order) return notFound(ctx);
    const checked = await orders.ask(order, checkout.checkPayment);
    if (checked.fault) return showFault(ctx, checked);
    const refreshSecs = checked.order.result.kind === 'waiting' ? 3 : undefined;
    show(ctx, 'order', `Order ${order.id}`, { order: checked.order, refreshSecs, refreshUrl: `/orders/${order.id}` });
  };
  router.get('/orders/:id', showOrder);
  router.get('/orders/:id/return', showOrder);

  router.get('/orders', async (ctx) => {
    const all = orders.newestFirst();
    const page = pageOfOrders(ctx.query['page'], all.length);
    if (!page) return notFound(ctx);
    const { from, to } = page;
    const asked = all.slice(from, Math.min(to, mostAsked));
    const checked = await Promise.all(asked.map((order) => orders.ask(order, checkout.checkIfOpen)));
    const unasked = all.slice(Math.max(from, mostAsked), to);
    show(ctx, 'orders', 'Orders', {
      page,
      orders: [...checked.map(({ order }) => order), ...unasked],
      unsure: checked.some(({ fault }) => fault !== undefined),
      mostAsked: unasked.length > 0 ? mostAsked : undefined,
    });
  });

  if (callbackKey) {
    const handle = callbackHandler({ key: callbackKey, checkout, orders, nowMs, log });
    const answer = async (ctx: Context) => {
      ctx.status = await handle(ctx.req);
      ctx.body = ctx.status === 200 ? 'ok' : 'not accepted';
    };
    router.get('/callback', answer).post('/callback', answer);
  }

  router.get('/shop.css', (ctx) => {
    ctx.type = 'css';
    ctx.body = styles;
  });

  const app = new Koa();
  app.use(async (ctx, next) => {
    ctx.set(securityHeaders(addressesFor(ctx.req).payOrigins));
    await next();
    if (ctx.status === 404 && ctx.body == null) notFound(ctx);
  });
  app.use(router.routes());
  return app;
};

const securityHeaders = (payOrigins: readonly string[]): Record<string, string> => ({
  'Content-Security-Policy': [
    "default-src 'none'",
    "style-src 'self'",
    'img-src data:',
    `form-action ${["'self'", ...payOrigins].join(' ')}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
});
