import { formatAmount } from '../../data/currencies.ts';
import { displayMessage } from '../../data/display-messages.ts';
import { resultPageTexts } from '../../data/page-texts.ts';
import type { Language, Order } from '../../domain/order.ts';
import { lastAttempt } from '../../domain/pay.ts';
import { htmlPage } from '../../http/page/html-page.ts';
import type { Page } from '../../http/page/page.ts';
import { parameter } from '../../http/read/parameters.ts';
import { currentOrder } from '../../payments/orders/current-order.ts';
import { type CardPage, pageAddress } from './card-page.ts';
import { missedIn, pageFrame } from './page-model.ts';
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
    return htmlPage(
      renderFinishPage({
        ...pageFrame(found.context, address),
        isPaid: order.actionCode === 0,
        isPending: order.status === 'pending',
        ...(message !== '' && { message }),
        rows: rows(order, language),
        missed: found.context.options.sandboxPanel ? missedIn(order, language) : [],
      }),
    );
  },
});

const rows = (order: Order, language: Language): readonly { label: string; value: string }[] => {
  const texts = resultPageTexts[language];
  const attempt = lastAttempt(order);
  const authorisation = attempt?.authorisation;
  const all: readonly (readonly [string, string | undefined])[] = [
    [texts.amount, formatAmount(order.amountMinor + order.feeMinor, order.currency, language)],
    [texts.order, order.orderNumber],
    [texts.card, attempt?.card?.maskedPan],
    [texts.approvalCode, authorisation?.approvalCode],
    [texts.referenceNumber, authorisation?.referenceNumber],
  ];
  return all.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]));
};
