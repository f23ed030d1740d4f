import type { Context } from '../../context.ts';
import { unavailableTexts } from '../../data/page-texts.ts';
import type { Language, Order } from '../../domain/order.ts';
import { sendPage } from '../../http/page/page-headers.ts';
import type { Visit } from '../../http/page/page-request.ts';
import { redirect } from '../../http/page/redirect.ts';
import { renderAutoPost } from '../../http/page/render-auto-post.ts';
import { languageOf } from '../../http/read/languages.ts';
import { originOf } from '../../http/read/origin.ts';
import { type Parameters, parameter } from '../../http/read/parameters.ts';
import { readQuery } from '../../http/read/read-parameters.ts';
import { contextOfOrder } from '../../own-context.ts';
import { offeredBindings } from '../../payments/cards/stored-card.ts';
import { acsFields, acsHop } from '../../wire/acs-hop.ts';
import { shopReturn } from '../../wire/shop-return.ts';
import { sandboxOffer } from '../sandbox/sandbox-offer.ts';
import { outcomesPath } from '../sandbox/sandbox-outcomes.ts';
import { sandboxPanel } from '../sandbox/sandbox-panel.ts';
import { walletViews } from '../wallets/wallet-views.ts';
import { assetsBase, type PageDetails, type PageRequest, pageFrame, paymentPageView } from './page-model.ts';
import type { SandboxPanel } from './page-view.ts';
import { renderErrorPage, renderPaymentPage } from './render.ts';

/** What the handlers of the page share. */
export interface CardPage {
  readonly context: Context;
  /** The card form, with whatever the payer typed wrong. */
  showForm(ctx: Visit, page: PageRequest, order: Order, details?: FormDetails): Promise<void>;
  /** The page that belongs to an order as it is now: the form, the way to the issuer, or back to the shop. */
  showOrder(ctx: Visit, page: PageRequest, order: Order): Promise<void>;
  showUnknownOrder(ctx: Visit, page: PageRequest): void;
  /** The same with the context of the merchant whose order this is. */
  forOrder(orderId: string | undefined): Promise<CardPage>;
}

type FormDetails = Omit<PageDetails, 'merchantName' | 'panel' | 'storedCards'>;

/** Builds the page once; the sandbox panel is made at its first showing, per language. */
export const createCardPage = (process: Context): CardPage => {
  const panelIn = sandboxPanels(process);
  // A merchant keeps its context as long as it stays as it is.
  const pages = new WeakMap<Context, CardPage>();
  const pageOf = (context: Context): CardPage => {
    const made = pages.get(context);
    if (made) return made;
    const page = pageWith(context, panelIn, async (orderId) => pageOf(await contextOfOrder(process, orderId)));
    pages.set(context, page);
    return page;
  };
  return pageOf(process);
};

const pageWith = (
  context: Context,
  panelIn: (language: Language) => SandboxPanel | undefined,
  forOrder: CardPage['forOrder'],
): CardPage => {
  const showForm: CardPage['showForm'] = async (ctx, page, order, details = {}) => {
    const merchant = await context.store.merchants.find(order.merchant);
    const panel = panelIn(page.language);
    const storedCards = await offeredBindings(context, order);
    const view = paymentPageView(context, page, order, {
      merchantName: merchant?.name ?? context.options.merchantName,
      ...(panel && { panel }),
      storedCards,
      ...details,
    });
    sendPage(ctx, renderPaymentPage(view));
  };

  return {
    context,
    forOrder,
    showForm,
    showOrder: async (ctx, page, order) => {
      const origin = originOf(ctx.req, context.options.publicUrl);
      if (order.status === 'created') return showForm(ctx, page, order);
      if (order.status === 'acs-started') return showWayToIssuer(context, ctx, page, order, origin);
      return redirect(ctx, shopReturn(order, context.bank, origin, page.language));
    },
    showUnknownOrder: (ctx, page) => {
      const message = unknownOrder[page.language];
      sendPage(ctx, renderErrorPage({ ...pageFrame(context, page), message }), 404);
    },
  };
};

const unknownOrder = {
  en: 'This order does not exist. Please go back to the shop and start the payment again.',
  ru: 'Такого заказа нет. Вернитесь в магазин и начните оплату заново.',
  kk: 'Мұндай тапсырыс жоқ. Дүкенге оралып, төлемді қайта бастаңыз.',
} as const satisfies Record<Language, string>;

const showWayToIssuer = (context: Context, ctx: Visit, page: PageRequest, order: Order, origin: string): void => {
  const hop = acsHop(order, context.bank, origin);
  sendPage(
    ctx,
    renderAutoPost({
      language: page.language,
      destination: 'toIssuer',
      action: hop.acsUrl,
      fields: acsFields(hop, order.id),
      assetsBase: assetsBase(context),
    }),
  );
};

const sandboxPanels = (context: Context): ((language: Language) => SandboxPanel | undefined) => {
  const panels = new Map<Language, SandboxPanel>();
  return (language) => {
    if (!context.options.sandboxPanel) return undefined;
    const made = panels.get(language);
    if (made) return made;
    const outcomesUrl = `${context.bank.basePath}/${outcomesPath}`;
    const panel = sandboxPanel(language, { offer: sandboxOffer(), outcomesUrl, wallets: walletViews(context.bank) });
    panels.set(language, panel);
    return panel;
  };
};

/** In place of a page that cannot be made now. The body of the request may be gone, so the address has to tell the language. */
export const showUnavailable =
  (context: Context) =>
  (ctx: Visit): void => {
    const page = pageRequest(context, ctx, readQuery(ctx.req.url ?? ''));
    sendPage(ctx, renderErrorPage({ ...pageFrame(context, page), ...unavailableTexts[page.language] }), 503);
  };

/** Reads from the file name which page is meant: `payment_ru.html`, `mobile_payment_en.html`, `payment.html?language=kk`. */
export const pageRequest = (context: Context, ctx: Visit, parameters: Parameters): PageRequest => {
  const file = ctx.path.slice(ctx.path.lastIndexOf('/') + 1);
  const [, prefix = '', inName] = /^(.*?)(?:payment|errors|finish)(?:_([a-z]{2}))?\.html$/.exec(file) ?? [];
  const code = inName ?? parameter(parameters, 'language') ?? parameter(parameters, 'lang');
  return {
    language: languageOf(code, context.bank.defaultLanguage),
    layout: prefix.startsWith('mobile') ? 'mobile' : 'responsive',
    path: ctx.path,
  };
};
