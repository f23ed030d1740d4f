import type { Bank } from '../../banks/bank.ts';
import type { Context, MerchantContext } from '../../context.ts';
import { pageLanguageOf, pageLanguageOfOrder } from '../../data/page-languages.ts';
import { errorPageTexts, sandboxTexts, unavailableTexts } from '../../data/page-texts.ts';
import type { Order } from '../../domain/orders/order.ts';
import type { PageLanguage } from '../../domain/page-language.ts';
import type { OpenRequest } from '../../http/open-request.ts';
import { htmlPage } from '../../http/page/html-page.ts';
import type { PageRequest } from '../../http/page/page.ts';
import { redirect } from '../../http/page/redirect.ts';
import { renderAutoPost } from '../../http/page/render-auto-post.ts';
import { originOf } from '../../http/read/origin.ts';
import { parameter } from '../../http/read/parameters.ts';
import { readQuery } from '../../http/read/read-parameters.ts';
import type { Reply } from '../../http/reply.ts';
import { offeredBindings } from '../../payments/cards/stored-card.ts';
import { acsFields, acsHop } from '../../wire/acs-hop.ts';
import { cardPageAddress } from '../../wire/card-page-address.ts';
import { shopReturn } from '../../wire/shop-return.ts';
import { sandboxListPath } from '../sandbox/sandbox-list.ts';
import { missedPath } from '../sandbox/sandbox-missed.ts';
import { sandboxPanel } from '../sandbox/sandbox-panel.ts';
import { walletViews } from '../wallets/wallet-views.ts';
import { assetsBase, type PageAddress, type PageDetails, pageFrame, paymentPageView } from './page-model.ts';
import type { SandboxPanel } from './page-view.ts';
import { renderErrorPage, renderPaymentPage } from './render.ts';

/** Shared by the pages of the card page. */
export interface CardPage {
  /** The card form, with the errors in the payer's input. */
  showForm(context: MerchantContext, address: PageAddress, order: Order, details?: FormDetails): Promise<Reply>;
  /** The page that belongs to an order as it is now: the form, the way to the issuer, or back to the shop. */
  showOrder(request: PageRequest, address: PageAddress, order: Order): Promise<Reply> | Reply;
  showUnknownOrder(context: Context, address: PageAddress): Reply;
}

type FormDetails = Omit<PageDetails, 'merchantName' | 'panel' | 'broken' | 'storedCards'>;

/** Builds the page once; the sandbox panel is made at its first showing, per language. */
export const createCardPage = (process: Context): CardPage => {
  const panelIn = sandboxPanels(process);

  const showForm: CardPage['showForm'] = async (context, address, order, details = {}) => {
    const panel = panelIn(address.language);
    const broken = panel && context.merchant.break && (await brokenWords(context.merchant.break.id, address.language));
    const view = paymentPageView(context, address, order, {
      merchantName: context.merchant.name,
      ...(panel && { panel }),
      ...(broken && { broken }),
      storedCards: await offeredBindings(context, order),
      ...details,
    });
    return htmlPage(renderPaymentPage(view));
  };

  return {
    showForm,
    showOrder: ({ request, context, found }, address, order) => {
      const origin = originOf(request, context.options.publicUrl);
      if (order.status === 'created' && found) return showForm(found.context, address, order);
      if (order.status === 'acs-started') return showWayToIssuer(context, address, order, origin);
      return redirect(shopReturn(order, context.bank, origin, address.language));
    },
    showUnknownOrder: (context, address) => {
      const { unknown: message, unknownAdvice: advice } = errorPageTexts[address.language];
      return htmlPage(renderErrorPage({ ...pageFrame(context, address), message, advice }), 404);
    },
  };
};

const brokenWords = async (id: string, language: PageLanguage): Promise<string> => {
  const { breakNamed } = await import('../../merchants/breaks.ts');
  const row = breakNamed(id);
  return `${sandboxTexts[language].broken}: ${id}${row ? `, it ${row.does}` : ''}`;
};

const showWayToIssuer = (context: Context, { language }: PageAddress, order: Order, origin: string): Reply => {
  const hop = acsHop(order, context.bank, origin);
  return htmlPage(
    renderAutoPost({
      language,
      destination: 'toIssuer',
      action: hop.acsUrl,
      fields: acsFields(hop, order.id),
      assetsBase: assetsBase(context),
    }),
  );
};

const sandboxPanels = (context: Context): ((language: PageLanguage) => SandboxPanel | undefined) => {
  const panels = new Map<PageLanguage, SandboxPanel>();
  return (language) => {
    if (!context.options.sandboxPanel) return undefined;
    const made = panels.get(language);
    if (made) return made;
    const { basePath } = context.bank;
    const inLanguage = language === 'en' ? '' : `?language=${language}`;
    const panel = sandboxPanel(language, {
      listUrl: `${basePath}/${sandboxListPath}?language=${language}&mdOrder=`,
      missedUrl: `${basePath}/${missedPath}${inLanguage}`,
      wallets: walletViews(context.bank),
    });
    panels.set(language, panel);
    return panel;
  };
};

/** Replaces a page that cannot be made now. The request's body may be gone, so the language comes from the address. */
export const showUnavailable =
  (context: Context) =>
  ({ request, path }: OpenRequest): Reply => {
    const address = pageAddress({ path, context, parameters: readQuery(request.url ?? '') });
    // A form that was sent is not sent again: the order says on its page what became of it.
    const retryUrl = (request.url ?? '').replace(/^\/*/, '/');
    const view = { ...pageFrame(context, address), ...unavailableTexts[address.language], retryUrl };
    return htmlPage(renderErrorPage(view), 503);
  };

/** Reads from the file name which page is meant: `payment_ru.html`, `mobile_payment_en.html`, `payment.html?language=kk`. */
export const pageAddress = ({
  path,
  context,
  parameters,
}: Pick<PageRequest, 'path' | 'context' | 'parameters'>): PageAddress => {
  const file = path.slice(path.lastIndexOf('/') + 1);
  const [, prefix = '', inName] = /^(.*?)(?:payment|errors|finish)(?:_([a-z]{2}))?\.html$/.exec(file) ?? [];
  const code = inName ?? parameter(parameters, 'language') ?? parameter(parameters, 'lang');
  return {
    language: pageLanguageOf(code, context.bank.defaultLanguage),
    layout: prefix.startsWith('mobile') ? 'mobile' : 'responsive',
    path,
  };
};

/** The card page of an order in its own language. */
export const addressOf = (bank: Bank, order: Order): PageAddress => ({
  language: pageLanguageOfOrder(order),
  layout: 'responsive',
  path: cardPageAddress(bank, order).replace(/\?.*/, ''),
});
