import { formatAmount } from '../../data/currencies.ts';
import { displayMessage } from '../../data/display-messages.ts';
import { resultPageTexts } from '../../data/page-texts.ts';
import type { Language, Order } from '../../domain/order.ts';
import { lastAttempt } from '../../domain/pay.ts';
import { sendPage } from '../../http/page/page-headers.ts';
import type { Visit } from '../../http/page/page-request.ts';
import { parameter } from '../../http/read/parameters.ts';
import { readParameters } from '../../http/read/read-parameters.ts';
import { currentOrder } from '../../payments/orders/current-order.ts';
import { type CardPage, pageRequest } from './card-page.ts';
import { pageFrame } from './page-model.ts';
import { renderFinishPage } from './render.ts';

/** `finish.html`: the gateway's own result page, for shops that have none. */
export const showFinish =
  (pages: CardPage) =>
  async (ctx: Visit): Promise<void> => {
    const parameters = await readParameters(ctx.req);
    const orderId = parameter(parameters, 'orderId') ?? '';
    const cardPage = await pages.forOrder(orderId);
    const page = pageRequest(cardPage.context, ctx, parameters);
    const order = await currentOrder(cardPage.context, orderId);
    if (!order) return cardPage.showUnknownOrder(ctx, page);
    const isPaid = order.actionCode === 0;
    const message = displayMessage(order.actionCode, page.language);
    sendPage(
      ctx,
      renderFinishPage({
        ...pageFrame(cardPage.context, page),
        isPaid,
        isPending: order.status === 'pending',
        ...(message !== '' && { message }),
        rows: rows(order, page.language),
      }),
    );
  };

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
