import type { Context } from '../../context.ts';
import { formatAmount } from '../../data/currencies.ts';
import { displayMessage } from '../../data/display-messages.ts';
import { resultPageTexts } from '../../data/page-texts.ts';
import type { Order } from '../../domain/orders/order.ts';
import { lastAttempt } from '../../domain/orders/pay.ts';
import type { PageLanguage } from '../../domain/page-language.ts';
import { htmlPage } from '../../http/page/html-page.ts';
import type { Page } from '../../http/page/page.ts';
import { originOf } from '../../http/read/origin.ts';
import { parameter } from '../../http/read/parameters.ts';
import { currentOrder } from '../../payments/orders/current-order.ts';
import { cardPageAddress } from '../../wire/card-page-address.ts';
import { shopReturn } from '../../wire/shop-return.ts';
import { type CardPage, pageAddress } from './card-page.ts';
import { pageKind } from './page-kind.ts';
import { backToShop, linkedOrder, missedIn, pageFrame } from './page-model.ts';
import type { FinishPageView } from './page-view.ts';
import { renderFinishPage } from './render.ts';

/** `finish.html`: the gateway's own result page, for shops that have none. */
export const showFinish = (cardPage: CardPage): Page => ({
  orderIn: (parameters) => parameter(parameters, 'orderId'),
  show: async (request) => {
    const { found } = request;
    const address = pageAddress(request);
    const { language } = address;
    if (!found) return cardPage.showUnknownOrder(request.context, address);
    const order = await currentOrder(found.context, found.order);
    const message = displayMessage(order.actionCode, language);
    const frame = pageFrame(found.context, address, order);
    const end = endOf(order);
    const texts = resultPageTexts[language];
    const way = wayOn(found.context, order, end, {
      language,
      origin: originOf(request.request, found.context.options.publicUrl),
    });
    return htmlPage(
      renderFinishPage({
        ...frame,
        // The switch of languages leads to the card page.
        languageLinks: [],
        end,
        advice: way ? texts[`${end}Advice`] : texts[`${end}AdviceAlone`],
        ...(way && { way }),
        ...(message !== '' && { message }),
        rows: rows(order, language),
        missed: found.context.options.sandboxPanel ? missedIn(order, language) : [],
      }),
    );
  },
});

/** A check of a card for no money has no amount. */
const isCheckFor = ({ features, amountMinor }: Order): boolean => features.includes('VERIFY') && amountMinor === 0;

type End = FinishPageView['end'];

const endOf = (order: Order): End => {
  if (order.status === 'pending') return 'pending';
  if (order.status === 'created' || order.status === 'acs-started') return 'open';
  if (order.actionCode !== 0) return 'declined';
  return order.features.includes('VERIFY') ? 'checked' : 'paid';
};

/** To the card page while the order can be paid; otherwise to the shop, if it has a page other than this one. */
const wayOn = (
  { bank }: Context,
  order: Order,
  end: End,
  { language, origin }: { readonly language: PageLanguage; readonly origin: string },
): FinishPageView['way'] => {
  const texts = resultPageTexts[language];
  if (end === 'open')
    return { text: texts.payNow, url: cardPageAddress(bank, linkedOrder(order, language, 'responsive')) };
  const back = backToShop(order);
  if (back) return { text: back.name ?? texts.back, url: back.url };
  const url = shopReturn(order, bank, origin, language);
  if (!/^https?:/i.test(url) || !URL.canParse(url) || isResultPage(new URL(url), origin)) return undefined;
  return { text: texts.back, url };
};

/** Whether an address is one of this page, in any language. */
const isResultPage = (url: URL, origin: string): boolean =>
  url.href.startsWith(`${origin}/`) && pageKind(url.pathname.slice(url.pathname.lastIndexOf('/') + 1)) === 'finish';

const rows = (order: Order, language: PageLanguage): readonly { label: string; value: string }[] => {
  const texts = resultPageTexts[language];
  const attempt = lastAttempt(order);
  const authorisation = attempt?.authorisation;
  const all: readonly (readonly [string, string | undefined])[] = [
    [
      texts.amount,
      isCheckFor(order) ? undefined : formatAmount(order.amountMinor + order.feeMinor, order.currency, language),
    ],
    [texts.order, order.orderNumber],
    [texts.card, attempt?.card?.maskedPan],
    [texts.approvalCode, authorisation?.approvalCode],
    [texts.referenceNumber, authorisation?.referenceNumber],
  ];
  return all.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]));
};
