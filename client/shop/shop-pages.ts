import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Context } from 'koa';
import type { Addresses } from './addresses.ts';
import type { Checked } from './checkout.ts';
import { languageOf, languages, type ShopLanguage } from './languages.ts';
import type { ShopOrder } from './shop-order.ts';
import { actsFor, actsOnAmount, callOf, mostOf, plainAmount } from './staff-acts.ts';
import { callText, fill, shopTexts } from './texts.ts';
import { contentOf, type Frame, pageOf, type ViewName } from './views.ts';

export interface ShopPagesOptions {
  /** The addresses of shop and payment page for the browser that asks. */
  readonly addressesFor: (request: IncomingMessage) => Addresses;
  /** The shop's name, as the gateway has it. */
  readonly name: () => Promise<string>;
  /** An amount with its currency, as the payment page shows it. */
  readonly amountText: (amountMinor: number, language: ShopLanguage) => string;
  /** The address of the page that tells an order's story, if there is one. */
  readonly orderPage: (orderId: string) => Promise<string | undefined>;
}

export type ShopPages = ReturnType<typeof shopPages>;

/** How often a page that waits is loaded again by a browser without scripts, in seconds. */
const refreshSecs = 3;

/** Shows the shop's pages, each in the language of the customer. */
export const shopPages = ({ addressesFor, name, amountText, orderPage }: ShopPagesOptions) => {
  /** What every view can use. */
  const common = (ctx: Context) => {
    const language = languageOf(ctx.req);
    const { payUrl } = addressesFor(ctx.req);
    return {
      language,
      t: shopTexts[language],
      fill,
      price: (amountMinor: number) => amountText(amountMinor, language),
      customerUrl: payUrl,
    };
  };

  const showPage = async (ctx: Context, frame: Frame) => {
    const shared = common(ctx);
    ctx.type = 'html';
    ctx.vary('Accept-Language, Cookie');
    ctx.body = pageOf({
      ...shared,
      shopName: await name(),
      languageLinks: languageLinks(ctx, shared.language),
      ...frame,
    });
  };

  const show = (ctx: Context, view: ViewName, title: string, values: Readonly<Record<string, unknown>> = {}) =>
    showPage(ctx, { title, content: contentOf(view, { ...common(ctx), title, ...values }) });

  const orderContent = async (ctx: Context, order: ShopOrder): Promise<string> => {
    const storyUrl = order.payment && (await orderPage(order.payment.orderId));
    return contentOf('order', {
      ...common(ctx),
      order,
      acts: actsFor(order),
      actsOnAmount,
      callOf,
      mostOf,
      plainAmount,
      callText,
      storyUrl,
    });
  };

  /** The page of an order. It changes by itself: `showOrderPart` answers what its script asks. */
  const showOrder = async (ctx: Context, order: ShopOrder) => {
    const content = await orderContent(ctx, order);
    const url = `/orders/${order.id}`;
    await showPage(ctx, {
      title: `${textsFor(ctx).order} ${order.id}`,
      content,
      ...(order.result.kind === 'waiting' && { refresh: { url, secs: refreshSecs } }),
      part: { url: `${url}/part`, version: versionOf(content) },
    });
  };

  /** The content of that page alone; 304 while the browser has it already. */
  const showOrderPart = async (ctx: Context, order: ShopOrder) => {
    const content = await orderContent(ctx, order);
    const version = versionOf(content);
    ctx.set('ETag', version);
    // `ctx.fresh` is never true for a script: fetch sends no-cache beside a condition of its own.
    if (ctx.get('If-None-Match') === version) {
      ctx.status = 304;
      return;
    }
    ctx.type = 'html';
    ctx.body = content;
  };

  const textsFor = (ctx: Context) => common(ctx).t;

  const showFault = (ctx: Context, { order, fault }: Checked) => {
    const t = textsFor(ctx);
    ctx.status = fault?.kind === 'refused' ? 502 : 503;
    const title = fault?.kind === 'refused' ? t.refusedTitle : t.unreachedTitle;
    return show(ctx, 'message', title, { order, detail: fault?.message ?? '' });
  };
  const showBare = (ctx: Context, status: number, title: string) => {
    ctx.status = status;
    return show(ctx, 'message', title, { order: undefined, detail: '' });
  };
  const tooLarge = (ctx: Context) => showBare(ctx, 413, textsFor(ctx).tooLarge);
  const notFound = (ctx: Context) => showBare(ctx, 404, textsFor(ctx).noSuchPage);

  return { show, showOrder, showOrderPart, showFault, tooLarge, notFound, textsFor };
};

const versionOf = (content: string): string =>
  `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;

/** The page at hand in each language; a page that a form leads to has no address of its own. */
const languageLinks = ({ method, path, query }: Context, current: ShopLanguage) =>
  Object.entries(languages).map(([language, label]) => {
    const kept = method === 'GET' && typeof query['page'] === 'string' ? { page: query['page'] } : {};
    const url = `${method === 'GET' ? path : '/'}?${new URLSearchParams({ ...kept, language })}`;
    return { language, label, url, isCurrent: language === current };
  });
